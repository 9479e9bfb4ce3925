import type { watchesEn } from '../en/watches.ts'

/** Every word of mail that programs asked for, and of its pages. One missing in a language does not compile. */
export type WatchWords = typeof watchesEn
