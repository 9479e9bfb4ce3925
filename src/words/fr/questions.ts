import type {
  AboutPregnancy,
  AskedDoing,
  AskedFrame,
  AskedItem,
  AskedLanguage,
  AskedRule,
  AskedTail,
  AskedThing,
  AskedThings,
  AskedTime,
  Gender,
  NamedThing,
  SetPhrase,
  SpokenValue,
  TailWithThings,
  TwoTongues,
} from '../language/asked.ts'
import { hasTime } from '../language/has-time.ts'
import { isMachine, isReceived, isTraining, isWorking } from '../language/is-received.ts'
import type { Who } from '../language/who.ts'
import { spokenTopicsFr } from './spoken-topics.ts'

/** A rule as a question to one person, in French. */
export function questionFr(rule: AskedRule, who: Who, value: SpokenValue): string {
  switch (rule.ask) {
    case 'things':
      return thingsQuestion(rule.frame, rule.what, who, value)
    case 'set':
      return setPhrase(rule, who)
    case 'doing':
      return `${doing[rule.how][who]} ${joined(
        rule.doings.map((one) => doingFr(one, value)),
        rule.joint,
      )} ?`
    case 'several':
      return severalFr(rule.rules, rule.joint, who, value)
    case 'speaks':
      return `${can[who]} parler et lire ${rule.languages.map((one) => languages[one]).join(' ou ')} ?`
    case 'pregnancy':
      return pregnancyQuestion(rule.about, who)
  }
}

function doingFr({ verb, to, tails }: AskedDoing, value: SpokenValue): string {
  const object = to ? objectFr(verb.fr, to, value) : verb.fr
  return `${object}${tailsFr(tails, 'm', value)}`
}

/** « Se passer d’aspirine », « arrêter l’aspirine ». */
function objectFr(verb: string, to: AskedThings, value: SpokenValue): string {
  if (!verb.endsWith(' de')) return `${verb} ${listFr(to, 'a', value)}`
  return `${verb.slice(0, -3)} ${elidedDe(listFr(to, 'bare', value))}`
}

function severalFr(
  rules: readonly AskedRule[],
  joint: 'or' | 'and',
  who: Who,
  value: SpokenValue,
): string {
  const asked = rules.map((one) => questionFr(one, who, value).replace(/ \?$/, ''))
  const [first = '', ...more] = asked
  const small = more.map((one) => `${one.charAt(0).toLowerCase()}${one.slice(1)}`)
  return `${[first, ...small].join(joint === 'and' ? ', et ' : ', ou ')} ?`
}

/** A rule as one line of a list of which each that is so is ticked. */
export function phraseFr(rule: AskedRule, who: Who, value: SpokenValue): string {
  if (rule.ask !== 'things') return questionFr(rule, who, value)
  const isBare = rule.frame === 'plan' || rule.frame === 'unable' || rule.frame === 'concerns'
  return listFr(rule.what, isBare ? 'bare' : 'a', value)
}

const is = { me: 'Êtes-vous', child: 'Votre enfant est-il', other: 'La personne est-elle' }
const has = { me: 'Avez-vous', child: 'Votre enfant a-t-il', other: 'La personne a-t-elle' }
const takes = {
  me: 'Prenez-vous ou recevez-vous',
  child: 'Votre enfant prend-il ou reçoit-il',
  other: 'La personne prend-elle ou reçoit-elle',
}
/** What is done to a person is followed or received; a medicine is taken or given. */
function taking({ things }: AskedThings, who: Who): string {
  if (things.every(isTraining))
    return { me: 'Faites-vous', child: 'Votre enfant fait-il', other: 'La personne fait-elle' }[who]
  if (!things.every((one) => isReceived(one) || isMachine(one))) return takes[who]
  const isAtOnce = things.some((one) => 'name' in one && atOnce.test(one.name.fr))
  return isAtOnce
    ? { me: 'Recevez-vous', child: 'Votre enfant reçoit-il', other: 'La personne reçoit-elle' }[who]
    : {
        me: 'Suivez-vous actuellement',
        child: 'Votre enfant suit-il actuellement',
        other: 'La personne suit-elle actuellement',
      }[who]
}

const atOnce = /^(?:transfusion|ventilation|échanges|plasma|cœur-poumon|irradiation)/
const can = { me: 'Pouvez-vous', child: 'Votre enfant peut-il', other: 'La personne peut-elle' }
const doing = {
  can,
  would: {
    me: 'Seriez-vous d’accord pour',
    child: 'Votre enfant et vous, seriez-vous d’accord pour',
    other: 'La personne serait-elle d’accord pour',
  },
  both: {
    me: 'Pouvez-vous et voulez-vous',
    child: 'Votre enfant peut-il et veut-il',
    other: 'La personne peut-elle et veut-elle',
  },
}
const whom = { me: 'vous', child: 'votre enfant', other: 'la personne' }

function thingsQuestion(
  frame: AskedFrame,
  what: AskedThings,
  who: Who,
  value: SpokenValue,
): string {
  const ever = what.things.some(hasTime) ? '' : 'déjà '
  const list = (form: Form) => listFr(what, form, value)
  switch (frame) {
    case 'have': {
      const [only, ...more] = what.things
      return only && more.length === 0 && 'name' in only && isWorking(only)
        ? `Le ${only.name.fr} est-il ${only.like.map(({ fr }) => fr).join(' ')} ?`
        : `${has[who]} ${list('a')} ?`
    }
    case 'had':
      return `${has[who]} ${ever}eu ${list('a')} ?`
    case 'take':
      return `${taking(what, who)} ${list('a')} ?`
    case 'took':
      return `${has[who]} ${ever}${what.things.every(isReceived) ? 'eu' : 'pris ou reçu'} ${list('a')} ?`
    case 'need':
      return `${has[who]} besoin ${list('of a')} ?`
    case 'plan':
      return `Est-ce prévu pour ${whom[who]} : ${list('bare')} ?`
    case 'family':
      return `Quelqu’un de ${who === 'me' ? 'votre' : 'la'} famille a-t-il eu ${list('a')} ?`
    case 'unable':
      return `Est-ce impossible pour ${whom[who]} : ${list('bare')} ?`
    case 'concerns':
      return `Est-ce le cas pour ${whom[who]} : ${list('bare')} ?`
  }
}

/** How a noun begins: « une fièvre », « d’une fièvre », « la fièvre », « à la fièvre », « fièvre ». */
type Form = 'a' | 'of a' | 'the' | 'of the' | 'to the' | 'bare'

function listFr({ things, joint }: AskedThings, form: Form, value: SpokenValue): string {
  return joined([...new Set(things.map((one) => itemFr(one, form, value)))], joint)
}

function joined(said: readonly string[], joint: AskedThings['joint']): string {
  if (said.length < 2) return said.join('')
  if (joint === undefined) return said.join(', ')
  return `${said.slice(0, -1).join(', ')} ${joint === 'and' ? 'et' : 'ou'} ${said.at(-1) ?? ''}`
}

function itemFr(item: AskedItem, form: Form, value: SpokenValue): string {
  if (!('name' in item))
    return `${value(item.reading, item.called?.fr)}${tailsFr(item.tails, 'm', value)}`
  const gender = item.name.gender ?? 'm'
  return `${nounFr(item, form)}${tailsFr(item.tails, gender, value)}`
}

function tailsFr(tails: readonly AskedTail[], gender: Gender, value: SpokenValue): string {
  return tails.map((one) => tailFr(one, gender, value)).join('')
}

/** The noun with what it is like: after the noun, but before what explains it in brackets. */
function nounFr({ name, like }: AskedThing, form: Form): string {
  const [, noun = '', gloss = ''] = /^(.*?)((?: qui | \().*)?$/u.exec(name.fr) ?? []
  const before = like
    .filter(({ isBefore, fr }) => isBefore && !name.fr.startsWith(`${fr} `))
    .map((one) => agreed(one, name.gender))
  const after = like
    .filter(({ isBefore }) => !isBefore)
    .map((one) => agreed(one, name.gender))
    // « Défibrillateur implanté » is said once.
    .filter((one, at, all) => all.indexOf(one) === at && !` ${name.fr} `.includes(` ${one} `))
    .toSorted((one, other) => placeOf(one) - placeOf(other))
  return articled([...before, noun, ...after].join(' ') + gloss, name, form, before.length > 0)
}

/** A word, then a phrase, and last what it was told by: « sensible aux hormones confirmé par un prélèvement ». */
function placeOf(said: string): number {
  if (!isPhrase.test(said)) return 0
  return /^(?:confirmé|montré|vu|trouvé)/u.test(said) ? 2 : 1
}

/** What says more than a word stands after the words: « un gliome diffus confirmé par un prélèvement ». */
const isPhrase =
  /^(?:confirmé|montré|vu|trouvé|découvert|dû|due|lié|apparu|attrapé|transmis|revenu|qui|avec|sans|par|de|du|des|en|à|au|pour|contre|chez|dans|hors|après|avant|selon|malgré|résistant|sensible|toxique)/u

/** An adjective in the noun's gender and number; phrases of several words that begin with a small word stay. */
function agreed({ fr, frFeminine }: TwoTongues, gender: Gender | undefined): string {
  const one = gender?.startsWith('f') === true ? (frFeminine ?? fr) : fr
  return gender?.endsWith('p') === true ? plural(one) : one
}

function plural(text: string): string {
  if (text.startsWith('(')) return text
  if (text.includes(', ')) return text.split(', ').map(plural).join(', ')
  // « Des effets qui mettent la vie en danger ».
  if (text.startsWith('qui met ')) return text.replace('qui met ', 'qui mettent ')
  if (/^qui s’aggrave\b/.test(text)) return text.replace('s’aggrave', 's’aggravent')
  if (fixed.test(text)) return text
  return text
    .split(' ')
    .map((word, at) =>
      at === 0 ||
      /^(?:mal|bien|très|non|jamais|localement)$/.test(text.split(' ')[at - 1] ?? '') ||
      text.split(' ')[at - 1] === 'ou'
        ? pluralWord(word)
        : word,
    )
    .join(' ')
}

const fixed =
  /^(?:avec|sans|qui|de|du|dû|due|en|à|au|après|par|pour|malgré|pendant|selon|sur|toute|non à|dans|chez)(?=[ ’]|$)/u

function pluralWord(word: string): string {
  if (
    /^(?:mal|bien|très|non|jamais|localement|ou|et|qui|avec|sans|de|du|dû|due|en|à|au|après|par|pour)$/.test(
      word,
    ) ||
    /[sx]$/.test(word)
  )
    return word
  return word.endsWith('al') ? `${word.slice(0, -2)}aux` : `${word}s`
}

function articled(
  text: string,
  { en, gender, mark }: NamedThing,
  form: Form,
  hasBefore: boolean,
): string {
  if (form === 'bare' || gender === undefined)
    return form === 'to the' ? `à ${text}` : form.startsWith('of') ? elidedDe(text) : text
  const isPlural = gender.endsWith('p')
  const isFeminine = gender.startsWith('f')
  const isDefinite = (mark === 'named' || mark === 'own' || text.startsWith('Covid')) && !hasBefore
  switch (form) {
    case 'a':
      if (isDefinite) return the(text, isFeminine, isPlural, mark)
      if (mark === 'mass')
        return vowel.test(text) ? `de l’${text}` : `${isFeminine ? 'de la' : 'du'} ${text}`
      if (isPlural && text.startsWith('autres ')) return `d’${text}`
      return `${isPlural ? 'des' : isFeminine ? 'une' : 'un'} ${text}`
    case 'of a':
      if (isDefinite) return ofThe(text, isFeminine, isPlural, mark)
      if (mark === 'mass' || isPlural) return elidedDe(text)
      return `d’${isFeminine ? 'une' : 'un'} ${text}`
    case 'the':
      return the(text, isFeminine, isPlural, mark)
    case 'of the':
      return ofThe(text, isFeminine, isPlural, mark)
    case 'to the':
      if (hasBefore && text.startsWith('autre'))
        return isPlural ? `à d’${text}` : `à ${isFeminine ? 'une' : 'un'} ${text}`
      if (mark === 'own' && /^(?:ses|l’un) /.test(text)) return `à ${text}`
      // Any such thing, not one that was spoken of.
      if (/^an? /.test(en) && mark === undefined && !isPlural)
        return `à ${isFeminine ? 'une' : 'un'} ${text}`
      if (isPlural) return `aux ${text}`
      return vowel.test(text) ? `à l’${text}` : isFeminine ? `à la ${text}` : `au ${text}`
  }
}

function the(
  text: string,
  isFeminine: boolean,
  isPlural: boolean,
  mark: NamedThing['mark'],
): string {
  if (mark === 'own' && /^(?:ses|l’un) /.test(text)) return text
  if (isPlural) return `les ${text}`
  return vowel.test(text) ? `l’${text}` : `${isFeminine ? 'la' : 'le'} ${text}`
}

function ofThe(
  text: string,
  isFeminine: boolean,
  isPlural: boolean,
  mark: NamedThing['mark'],
): string {
  if (mark === 'own' && /^(?:ses|l’un) /.test(text)) return `de ${text}`
  if (isPlural) return `des ${text}`
  return vowel.test(text) ? `de l’${text}` : isFeminine ? `de la ${text}` : `du ${text}`
}

function elidedQue(text: string): string {
  return vowel.test(text) ? `qu’${text}` : `que ${text}`
}

function elidedDe(text: string): string {
  return vowel.test(text) ? `d’${text}` : `de ${text}`
}

const vowel = /^(?:[aeiouyàâéèêëîïôœù]|h(?!ernie|andicap|anche|oquet|érisson|LA|IV))/i

function tailFr(tail: AskedTail, gender: Gender, value: SpokenValue): string {
  if (tail.tail === 'said') return ` ${agreed(tail.said, gender)}`
  const text =
    tail.tail === 'time' ? timeFr(tail.time) : withThings(tail.tail, tail.things, gender, value)
  return tail.isAside ? ` (${text})` : ` ${text}`
}

function withThings(
  tail: TailWithThings,
  things: AskedThings,
  gender: Gender,
  value: SpokenValue,
): string {
  const list = (form: Form) => listFr(things, form, value)
  const e = gender.startsWith('f') ? 'e' : ''
  const s = gender.endsWith('p') ? 's' : ''
  const isValue = things.things.every((one) => !('name' in one))
  if (isValue && (tail === 'of' || tail === 'ofThe' || tail === 'in')) return `(${list('bare')})`
  switch (tail) {
    case 'affects':
      return `qui touche${s ? 'nt' : ''} ${list('the')}`
    case 'after':
      return `après ${list('a')}`
    case 'despite':
      return `malgré ${list('a')}`
    case 'during':
      return `pendant ${list('the')}`
    case 'in':
      return `dans ${list('the')}`
    case 'ofThe':
      return list('of the')
    case 'treated':
      return `traité${e}${s} par ${list('a')}`
    case 'aside':
      return list('bare')
    case 'by':
      return `d’après ${list('a')}`
    case 'for':
      return `pour ${list('a')}`
    case 'because':
      return `à cause ${list('of a')}`
    case 'counting':
      return `y compris ${list('a')}`
    case 'defined':
      return `c’est-à-dire ${list('bare')}`
    case 'examples':
      return `par exemple ${list('a')}`
    case 'except':
      return `autre${s} ${elidedQue(listFr({ ...things, joint: things.joint && 'or' }, 'a', value))}`
    case 'linked':
      return `lié${e}${s} ${list('to the')}`
    case 'needs':
      return `qui demande${s ? 'nt' : ''} ${list('a')}`
    case 'of':
      return list('of a')
    case 'to':
      return list('to the')
    case 'with':
      return `avec ${list('a')}`
    case 'without':
      return `sans ${list('bare')}`
  }
}

function timeFr(time: AskedTime): string {
  const said = plainTimeFr(time)
  return time.orHalfLives === true
    ? `${said} (ou plus longtemps, selon la durée d’action du médicament)`
    : said
}

function plainTimeFr({ kind, count, unit, anchor }: AskedTime): string {
  const length =
    count !== undefined && unit
      ? `${count} ${units[unit]}${count > 1 && unit !== 'month' ? 's' : ''}`
      : ''
  if (kind === 'for') return `d’une durée de ${length} ou plus`
  if (kind === 'longer') return `d’une durée de plus de ${length}`
  if (kind === 'ahead') return `dans les ${length} à venir`
  if (kind === 'before') return `avant ${anchors[anchor ?? 'entry']}`
  if (kind === 'atLeast')
    return anchor ? `${length} ou plus avant ${anchors[anchor]}` : `il y a ${length} ou plus`
  if (kind === 'moreThan')
    return anchor ? `plus de ${length} avant ${anchors[anchor]}` : `il y a plus de ${length}`
  if (anchor)
    return count === 1
      ? `dans ${one[unit ?? 'day']} avant ${anchors[anchor]}`
      : `dans les ${length} avant ${anchors[anchor]}`
  if (count === 1) return `dans ${lastOne[unit ?? 'day']}`
  const last = feminineUnits.has(unit ?? 'day') ? 'dernières' : 'derniers'
  return `dans les ${count ?? ''} ${last} ${lastUnits[unit ?? 'day']}${unit === 'month' ? '' : 's'}`
}

const units = { hour: 'heure', day: 'jour', week: 'semaine', month: 'mois', year: 'an' }
const feminineUnits = new Set(['hour', 'week', 'year'])
/** « Les 3 dernières années », though « 3 ans ». */
const lastUnits = { ...units, year: 'année' }
const one = {
  hour: 'l’heure',
  day: 'le jour',
  week: 'la semaine',
  month: 'le mois',
  year: 'l’année',
}
const lastOne = {
  hour: 'la dernière heure',
  day: 'le dernier jour',
  week: 'la dernière semaine',
  month: 'le dernier mois',
  year: 'la dernière année',
}

const anchors = {
  entry: 'l’entrée dans l’étude',
  screening: 'le premier examen de l’étude',
  draw: 'le tirage au sort',
  firstDose: 'le premier traitement de l’étude',
  visit: 'la visite de l’étude',
  consent: 'la signature pour participer',
  surgery: 'l’opération',
  test: 'le test de l’étude',
  admission: 'l’arrivée à l’hôpital',
}

function pregnancyQuestion(about: readonly AboutPregnancy[], who: Who): string {
  const forms = {
    me: {
      pregnant: 'êtes-vous enceinte',
      planned: 'voulez-vous le devenir',
      nursing: 'allaitez-vous',
    },
    child: {
      pregnant: 'votre enfant est-elle enceinte',
      planned: 'veut-elle le devenir',
      nursing: 'allaite-t-elle',
    },
    other: {
      pregnant: 'la personne est-elle enceinte',
      planned: 'veut-elle le devenir',
      nursing: 'allaite-t-elle',
    },
  }[who]
  const alone = {
    pregnant: forms.pregnant,
    planned: {
      me: 'voulez-vous une grossesse',
      child: 'votre enfant veut-elle une grossesse',
      other: 'la personne veut-elle une grossesse',
    }[who],
    nursing: {
      me: 'allaitez-vous',
      child: 'votre enfant allaite-t-elle un bébé',
      other: 'la personne allaite-t-elle un bébé',
    }[who],
  }
  const said = about.map((each, at) => (at === 0 ? alone[each] : forms[each]))
  const text = said.join(', ou ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} ?`
}

function setPhrase(
  { phrase, time, isOfTreatment, parts }: Extract<AskedRule, { ask: 'set' }>,
  who: Who,
): string {
  const of = isOfTreatment === true ? ' qui teste un traitement' : ''
  const said: Readonly<Record<SetPhrase, string>> = {
    ...spokenTopicsFr(who, parts ?? []),
    adequateOrgans: `D’après de récents examens, ${who === 'me' ? 'vos' : 'ses'} organes (foie, reins, sang) marchent-ils assez bien ?`,
    childbearing: `Une grossesse est-elle possible pour ${whom[who]} ?`,
    comply: `${can[who]} venir à toutes les visites et suivre ce que l’étude demande ?`,
    consent:
      who === 'me'
        ? 'Accepteriez-vous de participer, et de signer ?'
        : `Vous, ou ceux qui décident pour ${whom[who]}, seriez-vous d’accord pour signer ?`,
    consentOfOther: `Seriez-vous d’accord pour signer, vous ou la personne qui décide pour ${whom[who]} (comme un parent ou un tuteur) ?`,
    consentAndComply:
      who === 'me'
        ? 'Accepteriez-vous de participer, de signer, et de suivre ce que l’étude demande ?'
        : `Vous, ou ceux qui décident pour ${whom[who]}, seriez-vous d’accord pour signer et suivre ce que l’étude demande ?`,
    contraception: `Si une grossesse est possible : ${can[who].toLowerCase()} utiliser une contraception sûre pendant l’étude ?`,
    doctorDoubts: `Un médecin a-t-il dit qu’une maladie ou une autre raison rend cette étude risquée ou mal adaptée pour ${whom[who]} ?`,
    guardianship: `${is[who]} sous tutelle, curatelle ou autre protection de la loi ?`,
    healthy: `${is[who]} en bonne santé ?`,
    insurance: `${has[who]} une assurance maladie (Sécurité sociale) ?`,
    measurable: 'Peut-on mesurer le cancer sur une image (scanner ou IRM) ?',
    negativePregnancyTest: 'Si une grossesse est possible : le test de grossesse est-il négatif ?',
    otherStudy: time
      ? `${has[who]} été dans une autre étude médicale${of} ${timeFr(time)} ?`
      : `${is[who]} dans une autre étude médicale${of} ?`,
    otherStudyAhead: `${{ me: 'Serez-vous', child: 'Votre enfant sera-t-il', other: 'La personne sera-t-elle' }[who]} dans une autre étude médicale${of} pendant celle-ci ?`,
    otherStudyEver: `${has[who]} déjà été dans une autre étude médicale${of} ?`,
    prison: `${is[who]} en prison ou privé${who === 'other' ? 'e' : ''} de liberté ?`,
    smoking: time
      ? `${has[who]} fumé ${timeFr(time)} ?`
      : `${{ me: 'Fumez-vous', child: 'Votre enfant fume-t-il', other: 'La personne fume-t-elle' }[who]} ?`,
    staff: `${{ me: 'Travaillez-vous', child: 'Votre enfant travaille-t-il', other: 'La personne travaille-t-elle' }[who]} pour l’équipe de l’étude, ou quelqu’un de la famille y travaille-t-il ?`,
    swallow: `${can[who]} avaler des comprimés ?`,
    telephone: `${has[who]} un téléphone ?`,
    walk: `${can[who]} marcher sans aide ?`,
  }
  return said[phrase]
}

const languages: Readonly<Record<AskedLanguage, string>> = {
  arabic: 'l’arabe',
  chinese: 'le chinois',
  danish: 'le danois',
  dutch: 'le néerlandais',
  english: 'l’anglais',
  french: 'le français',
  german: 'l’allemand',
  italian: 'l’italien',
  japanese: 'le japonais',
  korean: 'le coréen',
  norwegian: 'le norvégien',
  portuguese: 'le portugais',
  spanish: 'l’espagnol',
  swedish: 'le suédois',
}
