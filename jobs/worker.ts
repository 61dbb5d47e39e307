import { findOperation } from "./registry.ts";
import { startWorker } from "./worker_root.ts";

startWorker(findOperation);
