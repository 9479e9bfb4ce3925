import { fold } from '../vocabulary/fold.ts'
import { isWordOfRules } from '../vocabulary/rule-words.ts'
import { smallness } from '../vocabulary/small-words.ts'

/** Places that are words of everyday or of medicine as well. */
export const alsoWords: ReadonlySet<string> = new Set(
  (
    'turkey chad guinea jordan jersey nice reading split mobile orange bath slough essen buffalo phoenix natal same male cork victoria centre bari lens tours grasse nord sud ouest est ' +
    // Of towns with 20,000 people and more where readers of English live.
    'archway paradise temple enterprise boulder vista sparks flint sunrise surprise rugby sale bury barking battle deal buckeye grapevine normal bend mission union ' +
    'delta spring apex mentor holiday alliance converse marina march liberal golden sulphur pace crystal walker pearl green opportunity plantation independence liberty walnut ' +
    'central superior annex paramount homestead university sandy dover fishers aloha portage upland uplands highland woodland shoreline lakeside seaside riverside bayside oceanside ' +
    'sunnyside bountiful magna antelope eagle hickory fleet hurst hermitage sterling harrow grays fountain banning savage needham anthem summit wright revere ' +
    'draper butte ceres jupiter mason gardner barnes hollister alabaster orchard grandview plainview keystone centennial corona indio chino aspen zion vineyard cloverleaf pullman ' +
    'parkland redan seal ware wells hove hook batavia banks burns cooley fontana whitestone goodyear rockwall hopewell hamlet stow solon regent crest ashes ' +
    // The same for readers of French.
    'vienne cannes plaisir menton saintes moulins fontaine cognac rouge bulle gap sens stains manage ans mol lier forest ' +
    'cher aube manche somme landes creuse calvados loire champagne provence melun creil dole jette verdun gien vire mende die foix vallet voiron genas loches chelles boom'
  ).split(' '),
)

/** Whether a place's name is a word of the reader's language, or of medicine, as well: "nice" is none of French. */
export function isAlsoWord(plain: string, language: 'en' | 'fr'): boolean {
  return alsoWords.has(plain) && !(language === 'fr' && ofEnglishAlone.has(plain))
}

const ofEnglishAlone: ReadonlySet<string> = new Set(
  'nice reading bath buffalo phoenix jersey cork'.split(' '),
)

/** Towns that are names of people as well: who is ill may be called so. */
export const alsoFirstNames: ReadonlySet<string> = new Set(
  (
    'gilbert chandler garland irving irvine lawrence dudley stanley sidney sydney douglas duncan bruce kirk kyle roy marion florence helena charlotte madison jackson austin tyler ' +
    'allen thornton warren norman lincoln edison edmond tracy troy gary shelby davis blaine rogers chelsea dayton kent wayne trenton quincy eugene elizabeth aurora carmel savannah ' +
    'clifton melbourne conway morley wilson alma daphne laurel vernon selma winona eden geneva lisle crosby kelso harrison lindsay murphy whitman harvey kendall livingston marshall ' +
    'alvin baldwin tecumseh anderson patterson ripley camden hudson ferguson sherman barry lynn newton bryan beverly barrie leigh moore carson clinton nelson whitney taylor murray ' +
    'logan parker franklin regina preston bradford stanton weston ashton spencer chester warwick brandon adrian bethany sebastian shirley bell augusta verona tucker ' +
    'lorraine devon virginia georgia carolina aude montana nevada nancy antony laval massy agnes clement martigues raymond bruno ajax rome francis denis germain savage holland'
  ).split(' '),
)

/** Towns that are words as well and, last behind what one has, hardly ever said as the word. */
const townsBehind: Readonly<Record<'en' | 'fr', ReadonlySet<string>>> = {
  en: new Set(
    (
      'phoenix buffalo cork victoria fontana oceanside riverside paradise archway boulder flint bury chino indio vista homestead hove goodyear upland ' +
      'harrow reading bath mobile rugby slough barking grays bayside jupiter ware deal sandy'
    ).split(' '),
  ),
  fr: new Set(
    (
      'tours vienne cannes gap lens grasse orange menton saintes moulins fontaine cognac mons melun creil dole verdun voiron ' +
      'chelles jette forest stains bulle manage martigues massy'
    ).split(' '),
  ),
}

/** Beside these words they are the word: "difficulty reading", « peau grasse ». */
const wordsBeside: ReadonlyMap<string, RegExp> = new Map([
  [
    'reading',
    /read|dyslex|\beyes?\b|vision|sight|glasses|difficult|problem|trouble|slow|blur|aphasi|alexi|macula|cataract|headache|migraine|concentrat|learning|literacy/i,
  ],
  ['bath', /ecz|skin|itch|psoria|dermat|bleach|sitz|salt|oat|bed/i],
  ['mobile', /app\b|phone|mobil|walk|less|fully|clinic/i],
  [
    'rugby',
    /concus|injur|tackl|head|neck|knee|should|ankle|play|tear|torn|crash|accident|fractur|broke/i,
  ],
  ['slough', /wound|ulcer|sore|burn|dressing|necro|skin|tissue|eschar|heal/i],
  ['barking', /cough|croup|dog|bark/i],
  ['deal', /big|no |good|great/i],
  ['gap', /thigh|bone|tooth|teeth|dent|age|m[ée]moire/i],
  [
    'orange',
    /peau|urine|selle|crachat|glaire|vomi|perte|pus|bile|tach|allerg|jus|langue|ongle|blister/i,
  ],
  ['grasse', /peau|cheveu|mati[èe]re|selle|crachat|cr[èe]me|alimentation|toux|masse/i],
  ['cannes', /marche|b[ée]quille|avec|appui|deux/i],
  [
    'menton',
    /acn[ée]|poil|bouton|m[âa]choire|douleur|double|peau|engourd|coup|fractur|visage|abc[èe]s|kyste|plaie|cicatrice|m[ée]lanome|rougeur|verrue|grain|paraly|trembl|herp|ecz|imp[ée]tigo/i,
  ],
  ['cognac', /alcool|boi[rst]|verre|(?<!\p{L})vin(?!\p{L})/iu],
  ['lens', /contact|cataract|[œo]e?il|eye|lentille/i],
  ['manage', /cannot|can't|to /i],
])

/**
 * Whether a town that is a word or a first name as well is meant where it stands last: "psoriasis tours", "asthma madison"; not
 * "my daughter Charlotte", « peau grasse », and not who signs with a name.
 */
export function isTownBehind(plain: string, before: string, language: 'en' | 'fr'): boolean {
  const last = /(\p{L}+)[^\p{L}\d]*$/u.exec(before)?.[1] ?? ''
  const isApart = /[,;]\s*$/.test(before)
  if (!isApart && (last.length < fewestBefore || smallness(last) !== undefined)) return false
  if (alsoFirstNames.has(plain)) return !isApart && !signed.test(before)
  return townsBehind[language].has(plain) && !wordsBeside.get(plain)?.test(before)
}

const fewestBefore = 4
const signed =
  /(?<!\p{L})(?:thanks|thank you|thx|regards|love|cheers|merci|cordialement|bises|name|named|called|pr[ée]nomm?[ée]?e?|appelle|dr|prof|mr|mrs)(?!\p{L})/iu

/** Names of illnesses, which towns have too. */
export const eponyms: ReadonlySet<string> = new Set(
  'ewing gilbert lewy barrett wegener marfan fabry wilson addison huntington alexander graves turner bell cooley kennedy perry cushing hunter lynch christmas still crohn hodgkin down parkinson charcot'.split(
    ' ',
  ),
)

/** Words that are one slip from the name of a city. */
const alsoNearly: ReadonlySet<string> = new Set(
  (
    'barrier ladder survey retina brighten working waking settle landing modest bouton motile dentin coronal fontan normal stanford reading readings oranges amines ' +
    'detruit maison angles dancers reines rentes tannes toussent'
  ).split(' '),
)

/** Whether a text in small letters may be words of a sentence that look nearly like the name of a city. */
export function isRatherWords(typed: string): boolean {
  const words = fold(typed).split(/[^\p{L}]+/u)
  return words.every(
    (word) => alsoNearly.has(word) || smallness(word) !== undefined || isWordOfRules(word),
  )
}
