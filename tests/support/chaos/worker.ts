import { startWorker } from "../../../jobs/worker_root.ts";
import { findChaotic } from "./operations.ts";

startWorker(findChaotic);
