/** One record may hold this much; the largest in the registry are near 20 MB. */
export const mostRecordBytes = 64 * 1024 * 1024

/** An archive may hold this many entries; the registry has about 580,000 studies. */
export const mostEntries = 999_999

/** Compressed text of the registry shrinks 5 to 10 times; a bomb 1,000 times. */
export const mostRatio = 250

/** Below this a high ratio is harmless and may be honest (a blank or a very repetitive file). */
export const bytesBeforeRatioCounts = 256 * 1024 * 1024

/** A record nested deeper than this is not a study: the registry's deepest is 15. */
export const mostDepth = 100

/** After so many problems and not one record, a source is taken to be something else. */
export const mostProblemsBeforeFirstRecord = 100

/** True when so many bytes from so few can only be meant to fill the machine. */
export function looksLikeBomb(inflated: number, compressed: number): boolean {
  return inflated > bytesBeforeRatioCounts && inflated > compressed * mostRatio
}

/** The words for a record over the limit. */
export const tooBig = `The record is larger than ${mostRecordBytes / 1024 / 1024} MB, the most one record may hold.`
