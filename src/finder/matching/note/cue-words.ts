/**
 * What a cue says of what it reaches. Those of the first line reach what follows them, those of the second what is
 * before them; `own` and `turn` end the reach of others.
 */
export type CueKind =
  | ('deny' | 'doubt' | 'mention' | 'past' | 'family' | 'label')
  | ('denied' | 'doubted' | 'mentioned' | 'ended' | 'yes' | 'relatives')
  | ('own' | 'turn')

/** What a cue says of a treatment; each may stand before or after it. */
export type CourseKind = 'planned' | 'refused' | 'stopped' | 'failed' | 'current' | 'needed'

/** The patterns of one language, one for each kind; all are global and fold case. */
export interface CueWords {
  readonly cues: Readonly<Record<CueKind, RegExp>>
  /** Words that look like a denial and deny something else. */
  readonly notDenials: RegExp
  readonly before: Readonly<Record<CourseKind, RegExp>>
  readonly after: Readonly<Record<CourseKind, RegExp>>
}
