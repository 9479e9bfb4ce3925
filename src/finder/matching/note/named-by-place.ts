import { capitalized } from '../../../base/capitalized.ts'
import type { Named } from '../patient/named.ts'

/**
 * What no list names and a sentence treats as a finding: "no blasts", "complains of heavy eyelids", "suspicion de
 * rejet". The few words behind such a phrase, kept as they are written. Rule `by-place@1`.
 */
export function namedByPlace(text: string, language: 'en' | 'fr'): Named[] {
  const found: Named[] = []
  for (const match of text.matchAll(places[language])) {
    const from = match.index + match[0].length
    const rest = text.slice(from, from + 60)
    const lead = small[language].exec(rest)?.[0].length ?? 0
    const words = phrase.exec(rest.slice(lead))?.[0] ?? ''
    if (words.length < 4 || !ends[language].test(rest.slice(lead + words.length))) continue
    if (notFindings.test(words) || /\d/.test(words)) continue
    const term = words.toLowerCase()
    found.push({
      start: from + lead,
      end: from + lead + words.length,
      term: capitalized(term),
    })
  }
  return found
}

const places = {
  en: /(?<![\p{L}-])(?:no|denies|denied|without|negative for|absence of|free of|c\/o|complain(?:s|ed|ing) of|present(?:s|ed|ing) with|suspected|suspicion of|query|r\/o|rule out|ruled out|noticed|troubled by|bothered by|suffers from|suffering from)\s/giu,
  fr: /(?<![\p{L}-])(?:(?:pas|absence|sans|ni|aucune?|suspicion|se plaint|se plaignant|souffre|soup[çc]on)(?: (?:de la|de|du|des|d['’])|(?= ))|[ée]liminer (?:une?|la|le)|consulte pour|motif\s?:|faisant (?:suspecter|[ée]voquer) (?:une?|la|le))\s?/giu,
} as const

/** Small words before the name. */
const small = {
  en: /^(?:(?:an?|the|any|some|his|her|new|obvious|evidence of|signs? of|symptoms? of|known|further|recent|episodes? of)\s)+/iu,
  fr: /^(?:(?:une?|la|le|les|de|du|des|son|sa|nouve\p{L}+|signes? de|notion de|[ée]pisodes? de)\s|d['’]|l['’])+/iu,
} as const

/** One to three words. */
const phrase =
  /^\p{L}[\p{L}'’-]+(?: (?!(?:and|or|nor|but|for|since|in|on|at|with|to|of|by|from|now|today|yesterday|hier|et|ou|ni|mais|pour|depuis|avec|en|au|aux|à|sur|dans|par|chez|ce|cette|il|elle|qui|que|he|she|is|was|are|has|had|est|a|ont|sont)(?!\p{L}))\p{L}[\p{L}'’-]+){0,2}/iu

const ends = {
  en: /^(?:\s?(?:[.,;:()/\n]|$)|\s(?:and|or|nor|but|for|since|in|on|at|now|x|today|yesterday)(?!\p{L}))/iu,
  fr: /^(?:\s?(?:[.,;:()/\n]|$)|\s(?:et|ou|ni|mais|depuis|en|au|aux|à|sur|dans|ce|cette|il|elle|lors)(?!\p{L}))/iu,
} as const

/** What is denied, reported or asked for and is no finding. */
const notFindings =
  /^(?:(?:maladies?|pathologies?|affections?|probl[èe]mes?|troubles?)(?: (?:connue?s?|particuli\p{L}+|notables?|graves?|chroniques?|associ\p{L}+|significati\p{L}+|autres?|s[ée]v[èe]res?|actuel\p{L}*|m[ée]dica\p{L}+|de sant[ée]))*)$|(?<!\p{L})(?:fixed (?:abode|address)|domicile|logement|abri|better|worse|use|stopping|trying|thinking|knowing|asking|waking|being|having|going|doing|using|needing|leaving|histor\p{L}*|chang\p{L}*|treat\p{L}*|medic\p{L}*|drugs?|allerg\p{L}*|surg\p{L}*|operat\p{L}*|problems?|concerns?|complaints?|issues?|improv\p{L}*|contact\p{L}*|famil\p{L}*|respons\p{L}*|effects?|longer|further|more|doubt|need|indication|follow|records?|information|difficulty|help|relief|benefit|success|delay|one|others?|prior|previous|result\p{L}*|tests?|scans?|imaging|biops\p{L}*|x-?rays?|intervention|therapy|meds?|contraind\p{L}*|known|tobacco|smok\p{L}*|alcohol|pets?|travel\p{L}*|exposure|abnormalit\p{L}*|well|good|mother|father|parents?|partner|children|siblings?|plans?|intention|work|school|traitements?|antécédents?|ant[ée]c\p{L}*|atcds?|probl[èe]mes?|soucis?|chang\p{L}*|modif\p{L}*|particularit\p{L}*|contre-?indic\p{L}*|am[ée]lior\p{L}*|effets?|efficac\p{L}*|r[ée]pon\p{L}*|suivi\p{L}*|contr[ôo]le|bilan|avis|certificat|renouvellement|vaccin\p{L}*|r[ée]sultats?|visite|consult\p{L}*|rappel|tabac|alcool|fum\p{L}*|drogues?|voyage|contage|notion|demande|projet|enfants?|conjoint|grossesse|pregnan\p{L}*|contracep\p{L}*|m[ée]dic\p{L}*|op[ée]r\p{L}*|chirurg\p{L}*|examens?|imagerie|scanner|irm|r[ée]gime|plainte|doute|autres?|encore|plus|toujours|tr[èe]s|bien|trop|seulement|vraiment|certain\p{L}*|prise|recul|urgence|aide|besoin|lien|retentissement|anomalie\p{L}*|argument\p{L}*|indiqu\p{L}*|souhait\p{L}*|connu\p{L}*|time|reason|cause|sure|only|able|yet|really|review\p{L}*|check\p{L}*|refill\p{L}*|physical|annual|evidence|sign|signs|symptoms?|signes?|progress\p{L}*|growth|details|personal|pointing|focus|about\b.*|enceinte|pregnant|mais\b.*|don[ée]\p{L}*|incidents?|faux pas|prolong\p{L}*|arr[êe]t|en \p{L}+ant|changes|increase|decrease)(?!\p{L})/iu
