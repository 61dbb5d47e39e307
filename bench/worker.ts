import { findOperation } from "../jobs/registry.ts";
import { startWorker } from "../jobs/worker_root.ts";
import { benchOperation } from "./operations.ts";

/** The product's worker, with the operations of the benchmarks beside its own. */
startWorker((kind) => benchOperation(kind) ?? findOperation(kind));
