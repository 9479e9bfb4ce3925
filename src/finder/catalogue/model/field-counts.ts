/** The values that the studies have in one field, counted exactly; of several versions of a study the newest. */
export interface FieldValues {
  /** Studies with no value there. */
  readonly missing: number
  /** How many different values there are. */
  readonly unique: number
  /** At most 250 values, each with how many studies have it, the most frequent first. */
  readonly top: readonly { readonly value: string; readonly studies: number }[]
  /** Of dates, ages and numbers: the first and the last, as a record writes it. */
  readonly least?: string
  readonly greatest?: string
  /** Of numbers: the mean of the different values of each study, over all studies. */
  readonly mean?: number
  /** Of dates: the forms they have, such as `yyyy-MM`, in order. */
  readonly formats?: readonly string[]
  /** Of texts: the longest, in characters; of several the one of the oldest study. */
  readonly longest?: { readonly length: number; readonly nctId: string; readonly value: string }
}

/** How many values the studies have in one field: for each number of values, none among them, how many studies; rising. */
export type FieldSizes = readonly { readonly size: number; readonly studies: number }[]

/** More of the values of a field are not told. */
export const mostTopValues = 250
