import {
  isSpanContextValid,
  type Link,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import type { Lease } from "./lease.ts";

/**
 * Spans of OpenTelemetry, which Deno sends where it is told to (`OTEL_DENO=true`); where it is not, these are calls that
 * do nothing. Attributes are ids and numbers.
 */
const tracer = trace.getTracer("nencho");

/** What is accepted, as attributes. */
interface Accepted {
  tenant: string;
  job: string;
  order: { kind: string };
}

/**
 * The acceptance of a job, inside the span of the request that asks for it. `work` gets what the job's own span links back
 * to (a W3C `traceparent`), or undefined where nobody traces.
 */
export function acceptSpan<T>(
  { tenant, job, order }: Accepted,
  work: (at?: string) => Promise<T>,
): Promise<T> {
  const attributes = attributesOf({ tenant, job, kind: order.kind });
  return tracer.startActiveSpan("accept job", { kind: SpanKind.PRODUCER, attributes }, async (span) => {
    try {
      return await work(traceparentOf(span));
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** From the claim of a job to the end of the attempt. */
export interface RunSpan {
  /** @param how `ended`, `returned`, `lost`, `died` */
  over(how: string): void;
}

/** Begins the span of an attempt: a trace of its own, linked to the acceptance. */
export function runSpan(
  lease: Lease,
  { kind = "", trace: accepted }: { kind?: string; trace?: string },
): RunSpan {
  const { tenant, job, attempt } = lease;
  const span = tracer.startSpan("run job", {
    root: true,
    kind: SpanKind.CONSUMER,
    links: linksOf(accepted),
    attributes: { ...attributesOf({ tenant, job, kind }), "nencho.attempt": attempt },
  });
  return {
    over(how) {
      span.setAttribute("nencho.how", how);
      if (how === "lost" || how === "died") span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

/** True when spans of this process go somewhere. */
export function isTraced(): boolean {
  const span = tracer.startSpan("start");
  span.end();
  return span.isRecording() || isSpanContextValid(span.spanContext());
}

function attributesOf({ tenant, job, kind }: { tenant: string; job: string; kind: string }) {
  return { "nencho.tenant": tenant, "nencho.job": job, "nencho.kind": kind };
}

/** https://www.w3.org/TR/trace-context/#traceparent-header, version 00. */
function traceparentOf(span: Span): string | undefined {
  const at = span.spanContext();
  if (!isSpanContextValid(at)) return undefined;
  return `00-${at.traceId}-${at.spanId}-${at.traceFlags.toString(16).padStart(2, "0")}`;
}

function linksOf(traceparent: string | undefined): Link[] {
  const [, traceId, spanId, flags] =
    /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? "") ?? [];
  if (!traceId || !spanId || !flags) return [];
  return [{ context: { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true } }];
}
