// The name by which the team is told once that nobody has closed a meeting.

export const topicOfNotClosed = (meeting: number): string => `meetingNotClosed/${meeting}`;
