/** What is wrong with a file of facts or a protocol's file: which kind of fault, and what it is about. */
export interface ToldFault {
  readonly line?: number
  readonly column?: number
  /** What stands there. */
  readonly found?: string
  readonly key?: string
  /** What it was probably meant to be. */
  readonly meant?: string
  readonly id?: string
  readonly most?: number
  readonly mostBytes?: number
  readonly why?: ToldReason
}

/** Why a time or a value cannot be read. */
export interface ToldReason {
  readonly problem: string
  readonly text?: string
  readonly zone?: string
  readonly candidates?: readonly string[]
  readonly value?: string | number
  readonly unit?: string
  readonly meant?: string
}

/** Where a document is not of its shape: what stands at a path, and what may. */
export interface ToldShapeFault {
  readonly path: string
  readonly node?: string
  readonly found?: string
  readonly expected?: readonly string[]
}

/** Why several versions cannot be used together. */
export interface ToldVersionFault {
  readonly version: string
  readonly other?: string
  readonly site?: string
  readonly from?: string
}
