import type { CourseKind } from './cue-words.ts'
import type { Cue } from './cues.ts'

/** "Doxycycline, clindamycin, rifampicin all failed": a list of names and one word for all of it. */
export function isSharedByAll(
  text: string,
  { start, end }: Cue<CourseKind>,
  between: string,
): boolean {
  return (
    /^(?:\s?[,/+]\s?[\p{L}\d-]{3,}(?: \d+ ?m?c?g)?|\s(?:and|et)\s[\p{L}\d-]{3,})+,?\s(?:(?:have |were |are |ont |sont )?(?:all|both|tous|toutes)\s)?$/iu.test(
      between,
    ) &&
    (/(?:all|both|tous|toutes)\s$/i.test(between) ||
      /^(?:all|both|tous|toutes)\s|[ée]e?s$/i.test(text.slice(start, end)))
  )
}

/** "No prior chemotherapy": the word says of when nothing was given, not that something ended. */
export function isOfBefore(text: string, { start, end }: Cue<CourseKind>): boolean {
  return /^(?:prior|previous(?:ly received)?|past|earlier|history of|hx of|h\/o|received)$/i.test(
    text.slice(start, end),
  )
}
