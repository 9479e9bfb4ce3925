import type { Presence } from '../patient/patient.ts'

/** How a sentence speaks of something it names. */
export interface Assertion {
  readonly presence: Presence
  readonly when: 'now' | 'history'
  readonly of: 'patient' | 'family'
}

/**
 * Reads the words around a mention (characters `start` to `end` of a sentence), as NegEx and ConText do:
 * a trigger reaches over a list, and ends at a word that turns the sentence. Rule `assertion@1`.
 */
export function assertionOf(sentence: string, start: number, end: number): Assertion {
  const before = scopeBefore(sentence, start)
  const after = scopeAfter(sentence, end)
  const head = sentence.slice(0, Math.min(start, 60))
  return {
    presence: presenceOf(before, after, sentence.slice(Math.max(0, start - 5), start)),
    when: isHistory(before, after, head) ? 'history' : 'now',
    of: isOfFamily(sentence, start) ? 'family' : 'patient',
  }
}

function presenceOf(before: string, after: string, touching: string): Presence {
  if (/\bnon-?\s?$/i.test(touching)) return 'absent'
  if (deniedBefore.test(before.replace(notADenial, ' ')) || deniedAfter.test(after)) return 'absent'
  if (notOwn.test(before) || notOwnAfter.test(after)) return 'mentioned'
  if (possibleBefore.test(before) || possibleAfter.test(after)) return 'possible'
  return 'present'
}

/** The words before that may reach the mention: after the last word that turns the sentence. */
function scopeBefore(sentence: string, start: number): string {
  const text = sentence
    .slice(Math.max(0, start - 200), start)
    .replace(aside, (words) => ' '.repeat(words.length))
  let from = 0
  for (const match of text.matchAll(turns)) from = match.index + match[0].length
  return text.slice(from)
}

function scopeAfter(sentence: string, end: number): string {
  const text = sentence.slice(end, end + 90)
  const turn = text.search(/[;.]|,|\b(?:but|however|although|except|which)\b/i)
  return turn < 0 ? text : text.slice(0, turn)
}

/** What is in brackets reaches nothing outside them. */
const aside = /\([^()]{0,100}\)/g

/** Words after which a "no" reaches no further. */
const turns =
  /[;:]|\.\s|\b(?:but|however|although|though|except|yet|still|nevertheless|aside from|apart from|other than|besides|presents?|presented|presenting|complain(?:s|ed|ing)|reports?|reported|admits?|endorses?|shows?|showed|shown|revealed|reveals?|demonstrates?|demonstrated|found|developed|who|whose|because|due to|secondary to|until|since|then|now|and (?:is|has|was|had|he|she|they|a|an|the)|,? with(?! no\b)|has(?! (?:no|not|never)\b)|is(?! (?:no|not)\b)|was(?! (?:no|not)\b)|had(?! (?:no|not|never)\b)|takes?|uses?|remarkable for|positive for|significant for)\b/gi

const deniedBefore =
  /\b(?:no|not|denies|deny|denied|denying|without|w\/o|negative for|neg for|absence of|absent|free of|free from|never|neither|nor|none|lack(?:s|ing)? (?:of )?|rules? out|ruled out|exclud(?:e|es|ed|ing)|unremarkable for|resolved|cannot|negative|(?:do|does|did|has|have|had|is|was|were|are|would|could|wo|ca)n[’']t)\b[^;:]*$/i
/** "No increase in", "not only", "no longer" deny something else. */
const notADenial =
  /\b(?:no (?:increase|change|improvement|further|longer|doubt|more|relief|response)|not (?:only|sure|certain|necessarily|improv\w+|respon\w+|controlled|well[- ]controlled|tolerat\w*|compliant|adherent|take|taking)|without (?:difficulty|improvement|relief|response|change)|cannot (?:be )?(?:rule[d]? out|exclude[d]?)|not (?:be )?(?:ruled out|excluded)|can[’']t rule out)\b/gi
const deniedAfter =
  /^\W*(?:(?:is|was|were|are|has been|have been|had been|being)\s+)?(?:ruled out|excluded|negative|absent|denied|not (?:seen|found|present|detected|identified|observed|noted|reported)|unlikely|resolved)\b|^\s*:?\s*(?:no|none|negative|neg|denies)\b/i
const possibleBefore =
  /\b(?:suspected|suspect(?:s|ing)?|suspicio(?:n|us)(?: for| of)?|possib(?:le|ly)|prob(?:able|ably)|likely|presumed|presumptive|concern(?:ing|ed)? (?:for|about)|worr(?:y|ied|isome) (?:for|about)|question of|questionable|rule[- ]?out|r\/o|evaluat(?:e|ion|ed) for|may (?:have|be)|might (?:have|be)|could (?:have|be)|differential|vs\.?|versus|cannot (?:be )?(?:rule[d]? out|exclude[d]?)|not (?:be )?(?:ruled out|excluded)|suggest(?:s|ive|ed|ing)?(?: of)?|compatible with|uncertain)\b[^;:]*$|\?\s*$/i
const possibleAfter =
  /^\W{0,2}(?:is |was |are |were )?(?:suspected|possible|probable|likely|considered|in question|cannot be (?:ruled out|excluded))\b|^\s?\?/i
/** A risk, a wish, a test or protection is not the thing itself. */
const notOwn =
  /\b(?:(?:at |high |increased |low )*risk (?:of|for|factors? (?:of|for))|(?:screen(?:ing|ed)?|test(?:ing|ed|s)?|check(?:ed)?|vaccin\w+|immuni[sz]\w+|prophylaxis|prevent(?:s|ion|ing|ive)?|protection|educat\w+|counsel\w+|fear|afraid|exposure|exposed|contact with|in case of|if|should) (?:for|of|against|to|about|on)?|to (?:avoid|prevent|exclude|rule out))\b[^,;:]{0,60}$/i
const notOwnAfter =
  /^\W{0,2}(?:screen(?:ing)?|test(?:s|ing)?|vaccin\w*|shot|prophylaxis|risk|prevention|clinic|unit|center|centre|association|foundation|scale|score)\b/i

function isHistory(before: string, after: string, head: string): boolean {
  if (/^\s*(?:pmh|pmhx|past (?:medical|surgical) history|psh|history)\b/i.test(head)) return true
  return pastBefore.test(before) || pastAfter.test(after)
}

const pastBefore =
  /\b(?:histor(?:y|ies) of|h\/o|hx(?: of)?|s\/p|status[- ]post|previous(?:ly)?|prior|past|former(?:ly)?|remote|childhood|as a child|used to|in (?:19|20)\d\d|treated for|recovered from|survivor of|resolved)\b[^;:]*$/i
const pastAfter =
  /^[^,;]{0,40}\b(?:years? (?:ago|earlier|previously)|in (?:19|20)\d\d|in the past|in (?:his|her|their) (?:childhood|youth|teens)|as a child)\b/i

/** Of a relative: "mother had breast cancer". A relative who reports, brings or worries speaks of the person. */
function isOfFamily(sentence: string, start: number): boolean {
  const text = sentence.slice(Math.max(0, start - 220), start)
  if (familyLabel.test(text)) return true
  let last = -1
  for (const match of text.matchAll(relative)) last = match.index + match[0].length
  if (last < 0)
    return /^[^,;.]{0,30}\b(?:runs in (?:the|his|her) family|in (?:his|her|the) (?:mother|father|brother|sister|uncle|aunt|family|grand\w+|siblings?))\b/i.test(
      sentence.slice(start, start + 120).replace(/^\S+/, ''),
    )
  const between = text.slice(last)
  return (
    !speaks.test(between) &&
    !/\b(?:s?he|patient|pt|his|her|him|boy|girl|child|infant)\b|[;]/i.test(between)
  )
}

const familyLabel =
  /\b(?:famil(?:y|ial) (?:medical )?(?:history|hx)|fhx?|f\/h|fam hx)\b(?![^;]*\b(?:patient|pt|personal)\b)[^;.]*$/i
const relative =
  /\b(?:mother|father|parents?|brothers?|sisters?|siblings?|sons?|daughters?|(?:half-)?(?:brother|sister)|uncles?|aunts?|cousins?|grand(?:mother|father|parents?|son|daughter)s?|husband|wife|spouse|partner|relatives?|twin|niece|nephew|family members?)\b(?:['’]s)?/gi
const speaks =
  /^\W{0,3}(?:also |then |now |both |,? who )?(?:reports?|reported|states?|stated|says?|said|notic\w+|noted?|recalls?|brought|brings?|is concerned|was concerned|are concerned|worr\w+|complain\w*|hears?|heard|den(?:y|ies|ied)|describes?|described|tells?|told|explains?|found|finds|gave|gives?|because|for|to|with)\b/i
