import { fold } from '../../vocabulary/fold.ts'
import type { WordSpan } from './word-spans.ts'

/** What a sentence says of a treatment that it names: it was tried and is not what is looked for, or it cannot be taken. */
export type SaidOfTreatment = 'tried' | 'not tolerated'

/**
 * What words say of a treatment: "didn't respond to IVIG", "Humira stopped working", « la cortisone n'a pas marché »: tried;
 * "allergic to penicillin", « ne supporte pas la pentasa »: not tolerated; undefined where they say neither.
 */
export function saidOfTreatment(
  { start, end }: WordSpan,
  words: readonly string[],
): SaidOfTreatment | undefined {
  const before = plain(withinClause(words.slice(Math.max(0, start - 7), start), 'end'))
  const after = /[.;!?]$/.test(words[end - 1] ?? '')
    ? ''
    : plain(withinClause(words.slice(end, end + 7), 'start'))
  if (refusedBefore.test(before) || refusedAfter.test(after)) return 'not tolerated'
  return triedBefore.test(before) || triedAfter.test(after) ? 'tried' : undefined
}

/** The words on the treatment's side of a sign that ends a sentence. */
function withinClause(words: readonly string[], side: 'start' | 'end'): readonly string[] {
  const isEnd = (word: string): boolean => /[.;!?]$/.test(word)
  const at = side === 'end' ? words.findLastIndex(isEnd) : words.findIndex(isEnd)
  if (at === -1) return words
  return side === 'end' ? words.slice(at + 1) : words.slice(0, at + 1)
}

function plain(words: readonly string[]): string {
  return fold(words.join(' '))
    .replace(/[’‘]/g, "'")
    .replace(/[,.;:!?]+(?= |$)/g, '')
}

const article =
  "(?: (?:the|a|an|all|any|his|her|my|their|our|both|several|many|high dose|le|la|les|l'|du|de la|des|d'|de|un|une|mon|ma|mes|son|sa|ses|plusieurs))*[ ']?"

function before(source: string): RegExp {
  return new RegExp(`(?:^|[ '])(?:${source})${article}$`)
}

function after(source: string): RegExp {
  return new RegExp(`^(?:${source})(?![a-z])`)
}

const refusedBefore = before(
  "(?:pas|jamais|not|never) (?:encore |yet )?(?:sous|on)|allerg\\w* (?:to|aux?|a)|intoleran\\w* (?:to|aux?|a|of)|can(?:no|')?t (?:take|tolerate|have|stand)|(?:won'?t|will not|refus\\w*(?: to)?|(?:do|does)(?:n'?t| not) want(?: to)?|(?:scared|afraid) (?:of|to)) ?(?:take|have|try|taking)?|(?:veut|veux|voulons) (?:pas|plus)(?: de| d'| prendre)?|can not (?:take|tolerate|have)|unable to (?:take|tolerate)|(?:doesn'?t|does not|didn'?t|don'?t) tolerate|(?:not|never|no longer) tolerat\\w+|support\\w* (?:pas|plus|mal)|toler\\w* (?:pas|plus|mal)|contre-?indi\\w+ (?:aux?|a|pour)|(?:side effects?|reactions?) (?:from|of|on|with|to)|(?:peut|peux) (?:pas|plus) (?:prendre|avoir)|effets? (?:secondaires?|indesirables?) (?:de|sous|avec|du|des)",
)

const refusedAfter = after(
  "makes? (?:me|him|her|us|them) (?:so |very |really |too )?(?:sick|ill|worse|tired|dizzy|throw up|vomit|nauseous)|(?:la|le|les|me|lui) (?:fait|font|faisait) (?:\\w+ )?(?:vomir|mal|gonfler|gratter)|made (?:me|him|her|them) (?:so |very |really )?(?:sick|ill|worse|tired|dizzy)|(?:gives?|gave) (?:me|him|her|them)|(?:made|makes?|turned|sent) (?:me|him|her|them|us)(?![a-z])|(?:l'|m'|les |lui |me )(?:a|ont|avait) (?:fait|donne|rendu)\\w*|hurts? (?:my|his|her)|(?:terrible |bad |horrible |gros |grosses? |des )?(?:nightmares?|cauchemars?|nausees?|nausea|rash|vomi\\w+|diarr\\w+|weight gain|prise de poids|heart (?:damage|failure|problems?)|tics?|hallucinations?|insomni\\w+|mood swings|dizz\\w+|vertiges?|hair loss|swelling|hives|urticaire|anaphyla\\w+|toxicity|toxicite)(?=$| (?:with|from|avec|and|et|so|now))|(?:bad |terrible |too many |gros |des |trop d'|avec des )?(?:side effects?|effets? (?:secondaires?|indesirables?))|(?:had to be )?(?:declined|contre-?indique\\w*)|allerg\\w+|causes?|caused|(?:le |la |me |m'|l')rend\\w* malade|m'a rendue? malade|(?:est |etait )?(?:tres |trop )?mal (?:toleree?|supportee?)s?|(?:me |lui )?donn\\w+ (?:des|trop)|trop d'effets",
)

const triedBefore = before(
  '(?:tired|sick|fed up|bored) (?:of|with)|(?:ras le bol|marre|lasse?) (?:de|du|des|d)|(?:help\\w*|reliev\\w+|improv\\w+|soulag\\w+|amelior\\w+) (?:much |enough |at all )?(?:by|with|on|par|avec|sous)|respon\\w+ (?:\\w+ )?to|(?:no|poor|partial|without|lack of|loss of) response to|fail\\w*(?: to respond)?(?: on| to| of)?|after(?: trying| failing| having| taking| using| stopping)?|despite|in spite of|even (?:on|with|after)|still (?:\\w+ )?(?:on|with|after)|resist\\w+ (?:to|aux?|a)|refractor\\w+ (?:to)|refractaires? (?:aux?|a)|relaps\\w* (?:after|on|with|under)|flar\\w+ on|tried|trying|(?:took|taken|used)(?: \\w+)?|worse(?:ning)? on|progress\\w* (?:on|after|with|under|through)|came back (?:after|on)|back after|off|finish\\w*|complet(?:ed|ing)|end of|done with|switch\\w* from|changed? from|(?:stop|quit|stopp\\w+|come off|came off|wean\\w*)(?: off)?(?: taking| using)?|(?:not|un|never|poorly|badly|inadequately)[ -]?(?:well |fully )?controlled (?:on|with|by|under|despite)|(?:mal|non|pas) (?:bien |assez )?controle\\w* (?:par|avec)|malgre|apres(?: avoir eu| avoir pris)?|repon\\w+ (?:pas |plus |mal )?(?:aux?|a)|echec\\w*(?: de| du| des| d| sous| au| aux| a)?|essay\\w*|tent\\w+|rechut\\w* (?:sous|apres|avec)|revenue? apres|arret\\w*(?: de| du)?|fini(?:e?s?|r|t)|termine(?:e?s?|r)|fin (?:de|du)|sous|deja (?:eu|pris)',
)

const triedAfter = after(
  "(?:and |but |it |they |alone |which |that |treatment |therapy |injections? |infusions? )?(?:(?:did|do|does|is|are|was|were|has|have|had)(?:n'?t| not| never| no longer| only| barely| also| both| all)? ?(?:really |ever |been |longer |even )?(?:work\\w*|help\\w*|respond\\w*|enough|do(?:ne)? (?:any|much|anything|nothing)|effective|fail\\w*|stopped (?:working|helping))|(?:both |all |also |have |has )?fail\\w*|(?:has |have )?(?:stopped|quit) (?:working|helping)|not (?:work\\w*|help\\w*|enough|effective)|no (?:effect|help|success|longer)|without (?:effect|success|result)|(?:did|does|do|has done|have done) nothing|no good|useless|(?:is |was |are |were |now )?(?:finished|completed|over|ended|used up)(?=$| (?:in|last|now|but|and|then|on|this))|wor(?:e|n) off|wearing off|help\\w* (?:only|a bit|a little|for|at first|but)|only (?:help\\w*|work\\w*)|works? (?:only|less)|was useless)|(?:qui )?(?:n'|ne )(?:a|ont|est|fait|marche|fonctionne|suffit|agit|sert|sont|aide)\\w* (?:pas|plus|rien|que|jamais)|(?:ca |c'est )?(?:marche|fonctionne|suffit|agit)\\w* (?:pas|plus|mal)|(?:a|ont) (?:deja )?(?:echoue|cesse)|(?:est |sont |ont ete |a ete |etait )?arretee?s?(?![a-z])|sans (?:effet|succes|resultat|amelioration)|(?:est |c'est |sont )?(?:fini|termine)e?s?(?![a-z])|(?:n'a|n'ont|a|ont) rien (?:fait|donne|change)|inefficaces?|insuffisante?s?|ineffective|insufficient|inadequate|resistant\\w*|refractor\\w*|refractaires?|intoleran\\w*|stopped|(?:have |has )?had no effect|works? (?:fine|well|great|ok|okay|a bit|so far)|working (?:fine|well|great)|marche(?:nt)? (?:tres )?bien|efficaces?|bien tolere\\w*|echou\\w+|echecs?(?! (?:de|d|du|des|a|au))|failures?(?! (?:of|to))|(?:est|etait|sont) (?:inefficace|inutile|insuffisant)\\w*|l'a lachee?s?|a lachee?|en echec|pas (?:efficace|assez)",
)
