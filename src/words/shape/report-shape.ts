import type { reportEn } from '../en/report.ts'
import type { Widen } from './shape.ts'

/** Every word that a study's report may say. A word missing in one language does not compile. */
export type ReportWords = Widen<typeof reportEn>
