import { dangerTimes } from './danger-times.ts'
import { tellsSomebody } from './danger-told.ts'

/**
 * What a sentence, as `asDangerIsRead` gives it, tells of now, each by itself: without the words that ask for a study ("is there a trial, my
 * baby is not breathing"), and from the part on that says "now" ("stroke in 2019, now his face drops again").
 */
export function ofNowIn(said: string): readonly string[] {
  const bare = said.replace(asking, ' ').replace(/ +/g, ' ').trim()
  const isStory = bare !== said && (tellsSomebody(bare) || isOfNow(bare))
  return [...(isStory ? [bare] : []), ...partsFromNow(isStory ? bare : said)]
}

/** A study as it is asked for, not as it is spoken of. */
const asking =
  /(?<!\p{L})(?:(?:(?:is|are) there|y a[- ]t[- ]il|(?:i(?:'m| am) )?(?:looking|searching|search) for|je cherche|volunteers? for|recherche|any|some|an?|the|une?|des|les|clinical|medical|new|open) )*(?:stud(?:y|ies)|trials?|research|etudes?|essais?)(?: (?:cliniques?|medicales?))?(?: (?:for|on|about|pour|sur))?(?!\p{L})/gu

function partsFromNow(said: string): readonly string[] {
  const { isResearch } = dangerTimes(said)
  const starts = [...said.matchAll(partEnd)].map(({ index, 0: end }) => index + end.length)
  return starts
    .map((at) => said.slice(at).trim())
    .filter((part) => part !== said && (isOfNow(part) || (isResearch && tellsSomebody(part))))
}

/** Where another part begins: after a stop or a comma, and before "and now". */
const partEnd =
  /[,;.!?:]+ *|(?= (?:and |but |et |mais )?(?:now|right now|tonight|today|suddenly|la|maintenant|ce soir|aujourd'hui)(?!\p{L}))/gu

function isOfNow(part: string): boolean {
  return dangerTimes(part).isNow || marks.test(part)
}

const marks =
  /(?<!\p{L})(?:(?:right )?now|tonight|just|suddenly|la(?= (?:elle|il|je|j'|on|ma|mon))|maintenant|ce soir|vient de|viens de)(?!\p{L})/u
