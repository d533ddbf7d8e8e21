// What the worker's bundle offers: one export a workflow type.

import './shortStacks';

export { bringCalendarWorkflow } from './bringCalendarWorkflow';
export { followDiaryWorkflow } from './followDiaryWorkflow';
export { rapidReviewWorkflow } from './rapidReviewWorkflow';
export { watchCalendarWorkflow } from './watchCalendarWorkflow';
