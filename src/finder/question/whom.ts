import { anyPerson } from './persons.ts'

/**
 * A sentence without what it says of people who are not ill: whose somebody is ("my wife's father", « la mère de mon mari »), the parent
 * of who is ill ("mum of a 4 year old"), who asks for another ("I'm 54 and look for my mother"), a relative who had it too, and what
 * one was once ("as a teenager"). Whom it is about is read from the rest.
 */
export function ofWhoIsIll(text: string): string {
  let rest = text
  for (const chain of chains) rest = rest.replace(chain, '')
  rest = rest.replace(once, '').replace(likeThem, '').replace(notThem, '$1')
  if (hadIt.test(rest))
    rest = atRisk.test(rest)
      ? rest.replace(ownHadIt, '').replace(/\s+(?=,)/gu, '')
      : withoutClauses(rest, (clause) => hadIt.test(clause))
  if (hasFear.test(rest) && ofRelative.test(rest))
    rest = withoutClauses(rest, (clause) => hasFear.test(clause) && !ofRelative.test(clause))
  if (hadBefore.test(rest) && ofOneself.test(rest))
    rest = withoutClauses(rest, (clause) => hadBefore.test(clause) && !ofOneself.test(clause))
  if (meAgainst.test(rest) && ofRelative.test(rest) && !asksForOther.test(rest))
    rest = withoutClauses(rest, (clause) => ofRelative.test(clause) && !meAgainst.test(clause))
  if (hasNow.test(rest)) rest = withoutClauses(rest, (clause) => isOwnAge.test(clause))
  return asksForOther.test(rest) ? withoutAsking(rest) : rest
}

const own = String.raw`(?:my|our|his|her|their|the|an?)`
const ownFrench = String.raw`(?:mon|ma|mes|notre|nos|son|sa|une?|la|le|l['’])`
const anybody = String.raw`(?:${anyPerson}|boyfriend|girlfriend|neighbou?r|colleague|flatmate|roommate|boss|coll[èe]gue|voisine?|fianc[ée]e?|filleule?)`
const parents = String.raw`(?:single |proud |worried |full-time )?(?:mum|mom|mam|mother|dad|father|parents?|grandma|grandad|granddad|grandmother|grandfather|maman|papa|m[èe]re|p[èe]re|mamie|papy|papi)`
const small = String.raw`(?:son|daughter|boy|girl|child|kid|baby|toddler|newborn|teen(?:ager)?|fils|fille|fillette|gar[çc]on|enfant|b[ée]b[ée]|ado|nourrisson)`
const ofThem = String.raw`(?=(?:an?|my|our|une?|ma|mon|notre)(?!\p{L})(?: [\p{L}’'-]+){0,2} (?:${small}(?!\p{L})|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten)[ -](?:month|year|week|yr|mois|ans)|\d{1,2} ?(?:yo|y\/o|mo)))`

const chains: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\p{L})${parents} (?:of|to|d['’]|de) ?${ofThem}`, 'giu'),
  // "Since the death of my husband", « depuis la mort de mon mari ».
  new RegExp(
    String.raw`(?<!\p{L})(?:death|loss|suicide|murder|mort|d[ée]c[èe]s|perte|d[ée]part|lost|perdu) (?:of |de |d['’])?${ownFrench.replace('mon|', 'mon|my|our|his|her|')} ?(?:\p{L}+ )?${anybody}(?!\p{L})`,
    'giu',
  ),
  // "Born to a mother with", « fille d’une mère épileptique »: the parent is not who is ill.
  new RegExp(
    String.raw`(?<=(?<!\p{L})(?:${small}|born|n[ée]e?)) (?:of|to|de|d['’]) ?(?:(?:an?|une?|his|her|two) )?(?:\p{L}+ )?${parents}(?!\p{L})`,
    'giu',
  ),
  // "My wife's father", "my neighbours kid": behind an "s" without its apostrophe only one of whom the next can be.
  new RegExp(
    String.raw`(?<=(?<!\p{L})${own} (?:\p{L}+ )?)(?:${anybody}['’]s|(?:wife|husband|sister|brother|mother|mom|mum|dad|friend|neighbou?r)s) (?=(?:\p{L}+ )?${anybody}(?!\p{L}))`,
    'giu',
  ),
  // « La mère de mon mari », "the son of my neighbour".
  new RegExp(
    String.raw`(?<=(?<!\p{L})${anybody}) (?:de|d['’]|of) ?${ownFrench.replace('mon|', 'mon|my|our|an?|')} ?(?:\p{L}+ )?${anybody}(?!\p{L})(?! (?:de|of) \d)`,
    'giu',
  ),
]

const once =
  /(?<!\p{L})(?:as an? (?:young )?(?:child|kid|teen|teenager|baby|toddler|infant|adolescent|boy|girl)|when i was (?:an? )?(?:child|kid|teen|teenager|baby|toddler|little|young|\d{1,2})|quand j['’][ée]tais (?:\p{L}+ )?(?:petite?|b[ée]b[ée]|enfant|ado|adolescente?|jeune)|[ée]tant (?:petite?|enfant|ado|jeune|b[ée]b[ée])|dans mon enfance|in my (?:childhood|teens|youth))(?!\p{L})/giu

/** "Afraid of breast cancer like mum", « comme ma mère ». */
const likeThem = new RegExp(
  String.raw`(?<!\p{L})(?:like|comme) (?:(?:my|ma|mon|notre|our) )?${parents}(?!\p{L})`,
  'giu',
)

/** "My sister is the epileptic one, not him". */
const notThem = new RegExp(
  String.raw`(?<!\p{L})(?:my|our|his|her|mon|ma|notre|son|sa) ${anybody}(?!\p{L})[^.;]{3,40}?,? (?:not|pas) (him|her|me|lui|elle|moi)(?!\p{L})`,
  'giu',
)

/** « Mon père l'avait », "my dad had it too". */
const hadIt = new RegExp(
  String.raw`(?<!\p{L})${anybody} (?:l['’](?:avait|a eue?)|en (?:avait|a eu|souffrait)|l['’]a aussi|avait (?:aussi|la m[êe]me|pareil|d[ée]j[àa])|est (?:mort|d[ée]c[ée]d[ée])e?|en a (?:une? )?aussi|n['’ ]?en peut plus|ne dort plus|se plaint|is fed up|complains|can['’]?t sleep|(?:has )?(?:died|passed away)|(?:\(?\d{1,2}\)? )?(?:is|are) (?:fine|ok|okay|healthy|well)|va bien|n['’]a rien|had (?:it|that|this|the same)|also had|has it too|suffered from it|(?:has|a) (?:aussi|also)|(?:aussi|also|too) (?:has|had|have|a)|(?:has|have) (?:it|this|the same)(?: (?:too|also|as well))|s['’]est (?:suicid[ée]|tu[ée]|pendu)e?|(?:killed|hanged|shot) (?:him|her)self|took (?:his|her) (?:own )?life)(?!\p{L})`,
  'iu',
)

const ownHadIt = new RegExp(
  String.raw`(?:(?<!\p{L})(?:my|our|mon|ma|notre) (?:\p{L}+ )?)?${hadIt.source}`,
  'iu',
)

/** Who fears what a relative had is who writes, and the age is theirs: "prevent alzheimer, my mother had it, 55". */
const atRisk =
  /(?<!\p{L})(?:prevent\p{L}*|pr[ée]ven\p{L}*|risks?|risques?|screen\p{L}*|d[ée]pist\p{L}*|worried|afraid|scared|peur|inqui\p{L}*|[ée]viter)(?!\p{L})/iu

/** « Ma mère avait un cancer du sein, moi 36 ans … ». */
const hadBefore = new RegExp(
  String.raw`(?<!\p{L})${anybody} (?:had|avait|a eu|died (?:of|from)|est morte? d)(?!\p{L})`,
  'iu',
)
const ofOneself =
  /(?<!\p{L})(?:(?:moi,?|i['’]?m|i am|j['’]ai) \d|je (?!(?:cherche|recherche|voudrais|veux|souhaite|demande|suis (?:sa|son|inqui))(?!\p{L}))\p{L}+|j['’](?!(?:aimerais|esp[èe]re|ai peur|[ée]cris|ai lu))\p{L}+|i (?!(?:look|search|want|wish|would|need|hope|ask|wonder|read|heard|seek)(?!\p{L}))\p{L}+|i have (?!an? (?:son|daughter|child|baby))|i['’]ve got|moi aussi|j['’]ai (?:une?|le|la|du|des) )/iu

/** « Ma mère dialysée à 50 ans, et moi 34 ans », "my husband is diabetic, me lupus". */
const meAgainst =
  /(?<!\p{L})moi,? \d{1,2}(?!\d)|(?:^|[,;.] ?|(?:^| )(?:et|and|mais|but) )(?:moi|me)(?! (?:too|aussi|non plus|neither|either|donner|dire|aider|[àa]|en|in|from|near)(?!\p{L}))[, ]/iu

/** "I'm 29 and my mum has …": one's own age, and nothing more, beside what another has. */
const hasNow = new RegExp(
  String.raw`(?<!\p{L})(?:my|our|ma|mon|notre) (?:\p{L}+ )?${anybody} (?:(?:is |, ?)?\d{1,2},? (?:and |who )?)?(?:has|suffers|is (?:ill|sick|dying)|was (?:just )?diagnosed|a(?! eu(?!\p{L})| \d)|souffre|vient)(?!\p{L})`,
  'iu',
)
const isOwnAge =
  /^\s*(?:and |et |but |mais )?(?:(?:i['’]?m|i am|j['’]ai|moi,?(?: j['’]ai)?) \d{2}(?: ans| years old)?)\s*,?\s*$/iu

/** « Ma sœur a …, et moi j'ai peur de l'avoir »: what one fears is not what one has. */
const hasFear =
  /(?<!\p{L})(?:moi|j['’]ai|i['’]?m|i am|am i|me)(?!\p{L})[^,;.]*(?:peur|scared|afraid|frightened|worried|next|pareil|inherit)/iu
const ofRelative = new RegExp(
  String.raw`(?<!\p{L})(?:(?:my|our|mon|ma|notre) (?:\p{L}+ )?|^)${anybody}(?!\p{L})`,
  'iu',
)

/** "Looking for my little girl", « je cherche pour elle », "I'm her mum". */
const other = String.raw`(?:(?:my|our|his|her|a|an|the|mon|ma|notre|une?|le|la|son|sa) (?:[\p{L}’'-]+ ){0,2}?${anybody}|her|him|them|elle|lui|eux)(?!\p{L})`
const askingFor = String.raw`(?:(?:look|search|ask|writ|enquir|inquir|post|hunt|research|check|try)\p{L}*(?: \p{L}+){0,3} (?:for|on behalf of)|on behalf of|(?:je|on|nous|j['’])(?: \p{L}+)? ?(?:cherch|recherch|demand|[ée]cri|renseign|regard|consult|post|vien|pos)\p{L}*(?: [\p{L}’']+){0,4} pour|c['’]est pour|pas pour moi,? (?:mais )?pour|not for me,? (?:but )?for|it['’]?s for|this is for|(?:want|like|love|veux|voudrais|aimerais)(?: to)? (?:help|aider)|l['’]aider) ?${other}`
const asksForOther = new RegExp(
  String.raw`(?<!\p{L})(?:${askingFor}|i['’]?m (?:her|his|their) (?:mum|mom|mother|dad|father|wife|husband|son|daughter|sister|brother)|je suis s(?:a|on) (?:m[èe]re|maman|p[èe]re|papa|femme|mari|fils|fille|s[œo]e?ur|fr[èe]re|conjointe?|compagne|compagnon))(?!\p{L})`,
  'iu',
)
const ofAsking =
  /(?<!\p{L})(?:i['’]?m (?!(?:look|search|ask|writ|try|post)\p{L}*)|i am (?!(?:look|search|ask|writ|try|post)\p{L}*)|i have|i['’]ve|myself|moi(?!\p{L})|j['’]ai|je suis)/iu

function withoutAsking(text: string): string {
  return withoutClauses(text, (clause) => ofAsking.test(clause) && !sought.test(clause))
}

const sought = new RegExp(String.raw`(?<!\p{L})${askingFor}`, 'iu')

/** Without some clauses, and the number that follows one as its age ("I'm autistic myself, 39, …"). */
function withoutClauses(text: string, isLeftOut: (clause: string) => boolean): string {
  const clauses = text.split(clauseEnds)
  const out = clauses.map((clause) => isLeftOut(clause))
  return clauses
    .filter((clause, at) => !out[at] && !(out[at - 1] === true && isAgeAlone.test(clause)))
    .join('')
}

const clauseEnds =
  /(?<=[,;.!?])|(?<=\s)(?=(?:but|mais)(?!\p{L})|and (?:i|me|my|our|look|search|ask|writ|want)|et (?:je|j['’]|ma|mon|moi|cherche))/iu
const isAgeAlone = /^\s*\d{2}\s*(?:ans|years?|yo)?\s*,?$/iu
