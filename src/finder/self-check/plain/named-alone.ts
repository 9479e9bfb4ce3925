import type { AskedItem } from '../../../words/language/asked.ts'
import { likesAt } from './likes.ts'
import { isAge } from './needed-parts.ts'
import { nounsAt } from './nouns.ts'
import type { CutRule } from './rule-text.ts'
import type { ReadAsk, RuleReader } from './rule-reader.ts'
import { isThing } from '../../../words/language/is-thing.ts'
import { type Walk, walkAlong } from './walk.ts'
import { isEmptyAlone } from './wider-rule.ts'
import { wordSet } from './word-sets.ts'

/**
 * The one thing that a part of a rule is about ("zorbled blurgic heart failure of the quix"): the first that is named, where only
 * words stand before it that lead to it or say which kind, and none after it that make it part of another name.
 */
export function namedAlone(
  text: string,
  reader: RuleReader,
  { isBare, isNeeded }: { readonly isBare: boolean; readonly isNeeded: boolean },
): ReadAsk | undefined {
  const walk = walkAlong(text, reader.vocabulary, true)
  const { rule } = walk
  const { words } = rule
  let kinds = 0
  for (let at = 0; at < words.length; at++) {
    const end = thingEnd(walk, at, isBare || kinds > 0)
    if (end !== undefined) {
      if (!mayFollow(words[end]) || isJoined(rule, end)) return undefined
      const slice = rule.text.slice(rule.starts[at], rule.ends[end - 1])
      const ask = reader.wholeOrWider({ kind: 'exclusion', text: slice })
      if (!ask || !tellsSomething(ask)) return undefined
      // "Catheterization documented …" is no treatment, and what is asked for begins with an illness.
      const isIll = isOfIllness(ask)
      return isIll || (!isNeeded && !shows.has(words[end] ?? '')) ? ask : undefined
    }
    if (isLead(words, at) || isStage(words, at)) continue
    kinds += 1
    if (kinds > mostKinds || !isKind(words[at] ?? '')) return undefined
  }
  return undefined
}

/** The first measured value of a part of a rule, where it is nobody's in particular ("mean seated pressure ‖ > 105 mmHg at rest"). */
export function valueAlone(text: string, reader: RuleReader): ReadAsk | undefined {
  const found = reader
    .readings(text)
    .find((one) => one.type === 'measure' && one.codes.length > 0 && !one.negated)
  if (!found || ofSomePeople.test(text)) return undefined
  const ask = reader.whole({
    kind: 'inclusion',
    text: text.slice(found.span.start, found.span.end),
  })
  if (!ask || !tellsSomething(ask) || ask.rule.ask !== 'things') return undefined
  return ask.rule.what.things.every((one) => !isThing(one)) ? ask : undefined
}

const ofSomePeople =
  /\b(?:no|not|without|never|if|unless|change|decrease\w*|increase\w*|reduc\w+|drop|fall|rise|gain|loss|difference|variab\w+|predicted|average of|ratio|for (?:patients|subjects|participants|men|women|males|females|those)|in (?:patients|subjects|participants|men|women|males|females|those))\b/i

/** "Stage II or III", "grade 2": of a thing that follows. */
function isStage(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (stages.has(word)) return true
  return degree.test(word) && (stages.has(words[at - 1] ?? '') || isStage(words, at - 1))
}

const stages = wordSet('stage stages grade grades class type')
const degree = /^(?:[ivx]{1,4}[abc]?|\d[abc]?|to|or|-|–)$/

const mostKinds = 4

function isOfIllness({ rule }: ReadAsk): boolean {
  return (
    rule.ask === 'things' &&
    rule.what.things.every((one) => isThing(one) && one.name.kind === undefined)
  )
}

const shows = wordSet('documented confirmed detected evidenced determined assessed defined')

/** The place after a thing with what it is like. */
function thingEnd(walk: Walk, at: number, isBare: boolean): number | undefined {
  const from = isBare ? [at] : likesAt(walk, at).map(({ end }) => end)
  const ends = from.flatMap((place) => nounsAt(walk, place).map(({ end }) => end))
  return ends.length > 0 ? Math.max(...ends) : undefined
}

function isLead(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  const before = words[at - 1] ?? ''
  if (word === 'of') return ofLeads.has(before)
  if (word === 'with') return at === 0 || withLeads.has(before)
  if (word === 'from') return before === 'suffering'
  if (word === 'on') return at === 0 || before === 'currently' || people.has(before)
  return leads.has(word) || people.has(word) || ofLeads.has(word)
}

const people = wordSet(
  'patient patients subject subjects participant participants individuals people persons those',
)
const leads = wordSet(
  'who have has having had a an the any known history presence evidence diagnosis current currently previous previously prior past recent recently personal medical documented confirmed use treatment therapy receiving received receives taking is are been being treated diagnosed suffering ongoing concurrent concomitant other another significant clinically clinical severe serious s',
)
const ofLeads = wordSet(
  'history presence evidence diagnosis diagnoses signs sign symptoms symptom use usage episode episodes form forms type types case cases kind kinds administration receipt findings occurrence any one some existence',
)
const withLeads = new Set([...people, ...wordSet('treatment therapy treated diagnosed')])

/** A word that says of which kind a thing is. */
function isKind(word: string): boolean {
  if (!/^[\p{L}-]{3,}$/u.test(word) || noKinds.has(word)) return false
  return !/(?:ing|ings)$/.test(word) || kindsInIng.has(word)
}

const kindsInIng = wordSet(
  'existing preexisting underlying recurring limiting threatening disabling bleeding',
)
/** Words before a thing that do more than say of which kind it is. */
export const noKinds = wordSet(
  'surgical surgically pharmacological pharmacologic simulated induced without never lacking loss lack free absence stopped stopping stop avoid refuse refused unable inability prophylactic preventive suspect suspicious planned scheduled intended eligible candidate allergic hypersensitive intolerant sensitive tolerate tolerated tolerant exposed exposure fear need see and or nor not no non anti pre post to for by in at within during after before since until due because while than as if that which whose what when where can could may might must should shall will would do does did was were be possible probable presumed borderline family familial maternal paternal parental fetal neonatal future impending negative risk resolved adequately poorly badly partly partially managed inadequately controlled well mild minor normal partial animal artificial first second follow study sham new rule ruled under over above below less more most least only per via each both either neither such same different similar including include allow affect affects affected cause causes caused interfere need needs needed require required requires undergo undergoing',
)

/** "Blurgin-resistant asthma": no thing of its own. */
function isJoined({ text, ends }: CutRule, end: number): boolean {
  return text.charAt(ends[end - 1] ?? text.length) === '-'
}

/** A thing is named to its end where no further word makes it part of another: "asthma ‖ in spring", not "asthma zorbs". */
function mayFollow(word: string | undefined): boolean {
  if (word === undefined || word === ',' || word === '.') return true
  if (ofOthers.has(word)) return false
  return followers.has(word) || word.endsWith('ly')
}

const followers = wordSet(
  `
    in on at of with within during before after prior since for that which who whose is are was were has have had due despite as by to until from than because where when not currently ever
    diagnosed treated confirmed defined documented caused controlled managed detected evidenced determined assessed
    required unrelated received performed present needing requiring causing affecting involving interfering precluding
    preventing including lasting persisting occurring necessitating limiting resulting warranting impairing making
    rendering according meeting admitted referred presenting proven histologically cytologically per based using including naive relapsed recurrent stage stages grade grades class newly under while despite
    unresponsive refractory secondary unless except other besides under at over above below greater less more
  `,
)
const ofOthers = wordSet('only family')

/** Whether a question of it would tell anything: all people had an infection, and nobody knows which medicine is meant by "a medicine". */
export function tellsSomething({ rule, readings }: ReadAsk): boolean {
  if (rule.isTurned) return false
  switch (rule.ask) {
    case 'things':
      return !rule.what.things.some(
        (one) => isEmptyAlone(one) || isAge(one, readings) || isOfAll(one),
      )
    case 'several':
      return rule.rules.every((one) => tellsSomething({ rule: one, readings }))
    case 'set':
    case 'pregnancy':
      return true
    case 'doing':
    case 'speaks':
      return false
  }
}

function isOfAll(item: AskedItem): boolean {
  if (!isThing(item)) return false
  const { kind, mark, fr } = item.name
  if (kind === 'exam' || mark === 'own' || mark === 'food') return true
  if (neverAlone.test(fr)) return true
  return item.like.length + item.tails.length === 0 && ofEverybody.test(fr)
}

const neverAlone =
  /^(?:(?:autre )?maladie(?! (?:du|de|des|d’|auto|rare|psych|mental|infect|hérédit|génét|chron)).*|effets indésirables|trouble|problème|médicament|traitement|soins?|symptômes?|anomalie|signes?|état|changement|effet|produit|machine|appareil|fonctionnement|âge|poids|niveau|dose|risque|dépistage|naissance|repas|eau|travail|visite|consultation|sang|rétrécissement|instabilité|plaie|problème d’un organe|don de sang|croissance|cellules|tissu|prélèvement|faiblesse|perte|manque|force de pompe.*|tension|pression|pouls|mauvaise réaction|résultat d’analyse|médicament interdit dans l’étude|facteur de croissance.*|passage anormal dans le cœur|blocage|atteinte|régime|exercice|sport)$/
const ofEverybody =
  /^(?:infection|fièvre|douleurs?|opération|anesthésie|vaccin|antibiotique|blessure.*|mal de tête|maux de tête|toux|nausées?|vomissements?|fatigue|séjour à l’hôpital|lésion|réaction|complications?|rechute|inflammation|allergie|examen|hospitalisation|stress|rhume|diarrhée|éruption|boutons|vertiges)(?: |$)/
