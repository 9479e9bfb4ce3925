/** A name offered to who is typing, with how many studies name it. */
export interface Suggestion {
  readonly text: string
  readonly kind: 'condition' | 'treatment'
  /** The MeSH term this is another name of, when it is one. */
  readonly term?: string
  readonly studies: number
}

/** How many studies, and how many of them recruit. */
export interface StudyCount {
  readonly all: number
  readonly recruiting: number
}

/** The whole catalogue in numbers. */
export interface CatalogueSummary {
  readonly studies: number
  readonly recruiting: number
  readonly countries: number
  /** The last import, `yyyy-MM-dd`. */
  readonly imported?: string
  /** The earliest and latest day on which the registry processed the records, `yyyy-MM-dd`. */
  readonly processedFrom?: string
  readonly processedTo?: string
  /** Changes with every import: the name of what is being served. */
  readonly generation: string
}
