import { parentPort, workerData } from 'node:worker_threads'
import { type ReportAsked, writeReport } from './write-report.ts'

/** The thread that writes one report, and ends. */
parentPort?.postMessage(await writeReport(workerData as ReportAsked))
