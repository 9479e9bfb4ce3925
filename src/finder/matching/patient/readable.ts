/**
 * A note as it is read: what cannot be read (control characters, marks that turn the direction of text,
 * halves of characters) becomes spaces, one for one, so that places in it are places in the note.
 */
export function readable(note: string): string {
  return note
    .slice(0, longestNote)
    .replace(unreadable, (run) => ' '.repeat(run.length))
    .replace(loneHalves, ' ')
    .replace(bracketed, (whole) => ' '.repeat(whole.length))
}

/** A longer note is read as far as this, some seventy pages, so that the answer comes in good time on a busy machine too. */
export const longestNote = 200_000

const unreadable =
  /(?:(?![\t\n])[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF])+/gu
const loneHalves = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
/** `[**2148-10-1**]`: where a name or date was taken out. */
const bracketed = /\[\*\*[^\n\]]{0,80}\*\*\]/g
