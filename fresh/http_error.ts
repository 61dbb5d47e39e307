/** Status texts of the error statuses (RFC 9110 §15, RFC 6585, RFC 4918). */
const STATUS_TEXT: Record<number, string> = {
  400: "Bad Request",
  401: "Unauthorized",
  402: "Payment Required",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  406: "Not Acceptable",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  411: "Length Required",
  412: "Precondition Failed",
  413: "Content Too Large",
  414: "URI Too Long",
  415: "Unsupported Media Type",
  416: "Range Not Satisfiable",
  417: "Expectation Failed",
  421: "Misdirected Request",
  422: "Unprocessable Content",
  423: "Locked",
  424: "Failed Dependency",
  425: "Too Early",
  426: "Upgrade Required",
  428: "Precondition Required",
  429: "Too Many Requests",
  431: "Request Header Fields Too Large",
  451: "Unavailable For Legal Reasons",
  500: "Internal Server Error",
  501: "Not Implemented",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
  505: "HTTP Version Not Supported",
  507: "Insufficient Storage",
  511: "Network Authentication Required",
};

/** The standard text of an HTTP error status, or "Unknown Status". */
export function statusText(status: number): string {
  return STATUS_TEXT[status] ?? "Unknown Status";
}

/**
 * An error that stands for an HTTP status. Thrown anywhere below a request it becomes the page of that
 * status: 404 goes to the not-found page, everything else to the nearest error page.
 */
export class HttpError extends Error {
  /** The HTTP status, e.g. 404. */
  readonly status: number;

  constructor(status: number, message: string = statusText(status), options?: ErrorOptions) {
    super(message, options);
    this.name = "HttpError";
    this.status = status;
  }
}

/** The HTTP status that a thrown value stands for; everything but an `HttpError` is 500. */
export function statusOf(error: unknown): number {
  return error instanceof HttpError ? error.status : 500;
}
