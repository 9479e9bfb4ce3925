import type {
  AskedDoing,
  AskedFrame,
  AskedItem,
  AskedRule,
  AskedTail,
  AskedThing,
  AskedThings,
  AskedTime,
  SetPhrase,
  SpokenValue,
} from '../language/asked.ts'
import { hasTime } from '../language/has-time.ts'
import { isMachine, isReceived, isTraining, isWorking } from '../language/is-received.ts'
import { counter } from '../language/plural.ts'
import type { Who } from '../language/who.ts'
import { spokenTopicsEn } from './spoken-topics.ts'

const count = counter('en')

/** A rule as a question to one person, in English. */
export function questionEn(rule: AskedRule, who: Who, value: SpokenValue): string {
  switch (rule.ask) {
    case 'things':
      return thingsEn(rule, who, value)
    case 'set':
      return setPhrase(rule, who)
    case 'doing':
      return `${doing[rule.how][who]} ${joined(
        rule.doings.map((one) => doingEn(one, value)),
        rule.joint,
      )}?`
    case 'several':
      return severalEn(rule.rules, rule.joint, who, value)
    case 'speaks':
      return `${can[who]} speak and read ${rule.languages.map(capital).join(' or ')}?`
    case 'pregnancy':
      return `${is[who]} ${rule.about.map((one) => pregnancy[one]).join(', or ')}?`
  }
}

function doingEn({ verb, to, tails: after }: AskedDoing, value: SpokenValue): string {
  const object = to ? ` ${listEn(to, value)}` : ''
  return `${verb.en}${object}${after.map((one) => tailEn(one, value)).join('')}`
}

function severalEn(
  rules: readonly AskedRule[],
  joint: 'or' | 'and',
  who: Who,
  value: SpokenValue,
): string {
  const asked = rules.map((one) => questionEn(one, who, value).replace(/\?$/, ''))
  const [first = '', ...more] = asked
  return `${[first, ...more.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`)].join(`, ${joint} `)}?`
}

/** A rule as one line of a list of which each that is so is ticked. */
export function phraseEn(rule: AskedRule, who: Who, value: SpokenValue): string {
  return rule.ask === 'things' ? listEn(rule.what, value) : questionEn(rule, who, value)
}

const is = { me: 'Are you', child: 'Is your child', other: 'Is the person' }
const has = { me: 'Do you have', child: 'Does your child have', other: 'Does the person have' }
const had = { me: 'Have you', child: 'Has your child', other: 'Has the person' }
const does = { me: 'Do you', child: 'Does your child', other: 'Does the person' }
const can = { me: 'Can you', child: 'Can your child', other: 'Can the person' }
const doing = {
  can,
  would: {
    me: 'Would you agree to',
    child: 'Would you and your child agree to',
    other: 'Would the person agree to',
  },
  both: {
    me: 'Can you, and would you,',
    child: 'Can your child, and would you both agree to,',
    other: 'Can the person, and would they,',
  },
}
const whom = { me: 'you', child: 'your child', other: 'the person' }

const pregnancy = {
  pregnant: 'pregnant',
  planned: 'planning to become pregnant',
  nursing: 'breast-feeding',
}

const frames: Readonly<Record<AskedFrame, (who: Who) => string>> = {
  have: (who) => has[who],
  had: (who) => `${had[who]} had`,
  take: (who) => `${does[who]} take or get`,
  took: (who) => `${had[who]} taken or been given`,
  need: (who) => `${does[who]} need`,
  plan: (who) => `Is this planned for ${whom[who]}:`,
  family: (who) => `Has anyone in ${who === 'me' ? 'your' : 'the'} family had`,
  unable: (who) => `Is this impossible for ${whom[who]}:`,
  concerns: (who) => `Is this so for ${whom[who]}:`,
}

function thingsEn(rule: ThingsRule, who: Who, value: SpokenValue): string {
  const [only, ...more] = rule.what.things
  if (rule.frame === 'have' && only && more.length === 0 && 'name' in only && isWorking(only))
    return `Is the ${only.name.en.replace(/^an? /, '')} ${only.like.map(({ en }) => en).join(' ')}?`
  return `${framed(rule, who)} ${listEn(rule.what, value)}?`
}

/** What is done to a person is had; a medicine is taken or given. */
function framed({ frame, what }: ThingsRule, who: Who): string {
  const ever = what.things.some(hasTime) ? '' : ' ever'
  const isHad = what.things.every(isReceived)
  if (frame === 'had' || (frame === 'took' && isHad)) return `${had[who]}${ever} had`
  if (frame === 'took') return `${had[who]}${ever} taken or been given`
  if (frame !== 'take') return frames[frame](who)
  if (what.things.every(isTraining)) return `${does[who]} do`
  if (what.things.every(isMachine)) return `${is[who]} on`
  if (!isHad) return frames.take(who)
  return { me: 'Are you having', child: 'Is your child having', other: 'Is the person having' }[who]
}

type ThingsRule = Extract<AskedRule, { ask: 'things' }>

function listEn({ things, joint }: AskedThings, value: SpokenValue): string {
  return joined([...new Set(things.map((one) => itemEn(one, value)))], joint)
}

/** "Other than A or B": of what is let off each is. */
function each({ things, joint }: AskedThings): AskedThings {
  return { things, joint: joint && 'or' }
}

function joined(said: readonly string[], joint: AskedThings['joint']): string {
  if (said.length < 2) return said.join('')
  if (joint === undefined) return said.join(', ')
  return `${said.slice(0, -1).join(', ')} ${joint} ${said.at(-1) ?? ''}`
}

function itemEn(item: AskedItem, value: SpokenValue): string {
  const avoids = 'name' in item && item.name.en.endsWith('avoid')
  const tails = item.tails
    .map((one) =>
      avoids && one.tail === 'to' ? ` ${listEn(one.things, value)}` : tailEn(one, value),
    )
    .join('')
  return 'name' in item
    ? `${nounEn(item)}${tails}`
    : `${value(item.reading, item.called?.en)}${tails}`
}

function nounEn({ name, like }: AskedThing): string {
  const [, article = '', rest = ''] = /^(an? )?(.*)$/u.exec(name.en) ?? []
  const before = like.filter(({ en }) => !isAfter.test(en)).map(({ en }) => en)
  const after = like.filter(({ en }) => isAfter.test(en)).map(({ en }) => en)
  const [, other = '', noun = rest] = /^(another )(.*)$/.exec(rest) ?? []
  const said = other === '' ? before : ['another', ...before.filter((en) => en !== 'other')]
  const words = [...said, noun, ...after].join(' ')
  if (article === '')
    return words.startsWith('other ') && noun.endsWith('cancer') ? `an${words}` : words
  if (words.startsWith('other ')) return `an${words}`
  return `${isAn.test(words) ? 'an' : 'a'} ${words}`
}

/** "An illness", "an X-ray", "an MRI"; "a urine test". */
const isAn =
  /^(?:[aeiouAEIOU](?<!u(?=r[aeiou]|t[eio]|s[aeiu]|ni[fqptv]))|[FHLMNRSX](?![A-Z]EMI)(?:[A-Z]?[B-DF-HJ-NP-TV-XZ\d]|-ray))/
const isAfter =
  /^(?:with|without|that|caused|after|from|of|not|getting|coming|on|at|as|all|before|shown|existing before|diagnosed by|by your|confirmed in|treated before|in high doses|in low doses|present at|quickly|through|inside|outside|against|by|in|under|to|like|linked|seen|found|come|begun|caught|acting|breaking|behind|around|harmful|resistant|sensitive|hardened|thickened|for|bought|passed|confirmed|nearly deadly|operated|all over)\b/

function tailEn(tail: AskedTail, value: SpokenValue): string {
  if (tail.tail === 'said') return ` ${tail.said.en}`
  const text =
    tail.tail === 'time'
      ? timeEn(tail.time)
      : `${tails[tail.tail]}${listEn(tail.tail === 'except' ? each(tail.things) : tail.things, value)}`
  return tail.isAside ? ` (${text})` : ` ${text}`
}

const tails = {
  affects: 'that affects ',
  after: 'after ',
  despite: 'despite ',
  during: 'during ',
  in: 'in ',
  ofThe: 'of the ',
  treated: 'treated with ',
  by: 'by ',
  for: 'for ',
  aside: '',
  because: 'because of ',
  counting: 'including ',
  defined: 'meaning ',
  examples: 'such as ',
  except: 'other than ',
  linked: 'linked to ',
  needs: 'that needs ',
  of: 'of ',
  to: 'to ',
  with: 'with ',
  without: 'without ',
}

/** A time before now or before an event of the study. */
function timeEn(time: AskedTime): string {
  const said = plainTimeEn(time)
  return time.orHalfLives === true ? `${said} (or longer, by how long the medicine lasts)` : said
}

function plainTimeEn({ kind, count: amount, unit, anchor }: AskedTime): string {
  const length = amount !== undefined && unit ? count(amount, { one: unit, other: `${unit}s` }) : ''
  const span = amount === 1 && unit ? unit : length
  if (kind === 'ahead') return `in the next ${span}`
  if (kind === 'for') return `for ${length} or more`
  if (kind === 'longer') return `for more than ${length}`
  if (kind === 'before') return `before ${anchors[anchor ?? 'entry']}`
  if (kind === 'atLeast')
    return anchor ? `${length} or more before ${anchors[anchor]}` : `${length} or more ago`
  if (kind === 'moreThan')
    return anchor ? `more than ${length} before ${anchors[anchor]}` : `more than ${length} ago`
  return anchor ? `in the ${span} before ${anchors[anchor]}` : `in the last ${span}`
}

const anchors = {
  entry: 'joining the study',
  screening: 'the study’s first examination',
  draw: 'the draw of the groups',
  firstDose: 'the study’s first treatment',
  visit: 'the study visit',
  consent: 'signing to join',
  surgery: 'the operation',
  test: 'the study’s test',
  admission: 'coming to hospital',
}

function setPhrase(
  { phrase, time, isOfTreatment, parts }: Extract<AskedRule, { ask: 'set' }>,
  who: Who,
): string {
  const of = isOfTreatment === true ? ' that tests a treatment' : ''
  const said: Readonly<Record<SetPhrase, string>> = {
    ...spokenTopicsEn(who, parts ?? []),
    adequateOrgans: `Do ${who === 'me' ? 'your' : 'the'} organs (liver, kidneys, blood) work well enough, by recent tests?`,
    childbearing: `Could ${whom[who]} become pregnant?`,
    comply: `${can[who]} come to all visits and follow what the study asks?`,
    consent:
      who === 'me'
        ? 'Would you agree to take part, and sign?'
        : `Would you, or whoever decides for ${whom[who]}, agree and sign?`,
    consentAndComply:
      who === 'me'
        ? 'Would you agree to take part, sign, and follow what the study asks?'
        : `Would you, or whoever decides for ${whom[who]}, agree, sign, and follow what the study asks?`,
    consentOfOther: `Would ${whom[who]}, or whoever decides for ${whom[who]} (such as a parent or guardian), agree and sign?`,
    contraception: `If a pregnancy is possible: ${can[who].toLowerCase()} use safe birth control during the study?`,
    doctorDoubts: `Has a doctor said that any illness or other reason makes this study unsafe or unwise for ${whom[who]}?`,
    guardianship: `${is[who]} under legal protection (a guardian decides for ${whom[who]})?`,
    healthy: `${is[who]} in good health?`,
    insurance: `${has[who]} health insurance?`,
    measurable: 'Can the cancer be measured on a scan?',
    negativePregnancyTest: 'If a pregnancy is possible: is the pregnancy test negative?',
    otherStudy: time
      ? `${had[who]} been in another medical study${of} ${timeEn(time)}?`
      : `${is[who]} in another medical study${of}?`,
    otherStudyAhead: `${{ me: 'Will you', child: 'Will your child', other: 'Will the person' }[who]} be in another medical study${of} during this one?`,
    otherStudyEver: `${{ me: 'Have you', child: 'Has your child', other: 'Has the person' }[who]} ever been in another medical study${of}?`,
    prison: `${is[who]} in prison or held by order of a court?`,
    smoking: time ? `${had[who]} smoked ${timeEn(time)}?` : `${does[who]} smoke?`,
    staff: `${does[who]} work for the study team, or belong to the family of someone who does?`,
    swallow: `${can[who]} swallow tablets?`,
    telephone: `${has[who]} a telephone?`,
    walk: `${can[who]} walk without help?`,
  }
  return said[phrase]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
