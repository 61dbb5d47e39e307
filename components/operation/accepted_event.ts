/** Sent to the window when an operation was accepted without leaving the page; its detail is the job's id. */
export const ACCEPTED_EVENT = "nencho:accepted";
