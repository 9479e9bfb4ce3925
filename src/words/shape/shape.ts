import type { en } from '../en/en.ts'

/** Every word a page may say. A word missing in one language does not compile. */
export type Words = Widen<typeof en>

/** The shape of the English words, with any text in the place of each text. */
export type Widen<T> = T extends string
  ? string
  : T extends (...inputs: infer Inputs) => infer Output
    ? (...inputs: Inputs) => Widen<Output>
    : { readonly [Key in keyof T]: Widen<T[Key]> }
