// What the worker's bundle offers: one export a workflow type.

export { bringCalendarWorkflow } from './bringCalendarWorkflow';
export { followDiaryWorkflow } from './followDiaryWorkflow';
export { rapidReviewWorkflow } from './rapidReviewWorkflow';
export { watchCalendarWorkflow } from './watchCalendarWorkflow';
