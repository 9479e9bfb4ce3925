import type { CourseKind } from './cue-words.ts'
import type { Cue } from './cues.ts'

/** "Was swapped for it in May", "a eu une greffe en juin": what was done has its month behind it, and is not to come. */
export function wasInMonth(
  text: string,
  { kind, start, end }: Cue<CourseKind>,
  behind: Cue<CourseKind> | undefined,
): boolean {
  if (behind?.kind !== 'planned' || (kind !== 'current' && kind !== 'stopped')) return false
  if (!/^(?:in|on|en|le)\s/i.test(text.slice(behind.start, behind.end))) return false
  return /^(?:had|underwent|received|treated|given|irradi|started|switched|swapped|changed|commenced|remplac|relay|switch|substitu|introdui|instaur|repris|par$|a (?:eu|reçu|subi|bénéfici)|d[ée]but[ée]|mise? sous)/i.test(
    text.slice(start, end),
  )
}

/** "Otite le mois dernier traitée par", "syphilis 2021 treated with": the treatment of what was before. */
export function isTreatedBefore(text: string, { start, end }: Cue<CourseKind>): boolean {
  return (
    /^(?:treated|trait[ée]|managed)/i.test(text.slice(start, end)) &&
    /(?:(?<!since |depuis |diagnos\p{L}+ (?:in |en )?)(?:19|20)\d\d|derni[èe]re?|last (?:week|month|year|summer|winter|spring|autumn)|ago|il y a [^,.;]+|enfance|childhood)\)?,?\s(?:\p{L}+\s)?$/iu.test(
      text.slice(Math.max(0, start - 40), start),
    )
  )
}

/** "Off sertraline since 2022": since then it is not taken. */
export function isOff(text: string, { kind, start, end }: Cue<CourseKind>, at: number): boolean {
  return (
    kind === 'stopped' &&
    at - end < 4 &&
    /(?:^|\s)(?:off|stopp\p{L}+|discontinued|ceased|arr[êe]t(?:[ée]e?)?(?: d[eu’'].*)?|sevr\p{L}+(?: d[eu’'].*)?|ne prend plus.*)$/iu.test(
      text.slice(start, end),
    )
  )
}
