import { dangerTimes } from './danger-times.ts'
import { dangerWords, says } from './danger-words.ts'

/**
 * Whether somebody has just taken what is poison, or far too much of a medicine: a great number or a vague great amount ("too many",
 * "the whole box", « toute la plaquette »), and not what is taken each day or was taken for years.
 */
export function isPoisoned(text: string): boolean {
  const times = dangerTimes(text)
  if (times.isOver || times.isOfLong || (times.isResearch && !times.isThisHour)) return false
  if (says(text, poison) || says(text, overdosed)) return true
  if (smallChild.test(text) && says(text, anyPills)) return true
  if (asPrescribed.test(text)) return false
  return [tooMuch, numbered, byMistake].some((amount) => says(text, amount))
}

const took =
  "(?:(?:took|taken|(?:just |have |has |'ve |'s )take|(?:'ve |have |has |just )had(?= \\d)|gave (?:him|her|(?:my|our|the) \\p{L}+)|given (?:him|her|(?:my|our|the) \\p{L}+)|swallow(?:ed|s)?|ate|eaten|chewed|crunched|drank|drunk|downed|popped|gulped|necked|emptied|ingested|inhaled|injected|overdosed on|(?:m'|s')?(?:a|ai|ont|est|suis) (?:déjà |juste |tout )?(?:pris|avalé|gobé|croqué|mangé|bu|vidé|ingéré|ingurgité|injecté|absorbé)|(?:vient|viens) (?:de |d')(?:prendre|avaler|gober|croquer|manger|boire|vider|ingérer)))(?: (?:down|up|back))?"

const poison = dangerWords(
  `${took} (?:(?:some|a|an|the|my|his|her|two|three|of|de|du|des|la|l'|le|un|une|d'|plein|eau de) ?){0,3}(?:\\p{L}+ )?(?:bleach|poison|batter(?:y|ies)|magnets?|detergent|drain cleaner|antifreeze|petrol|white spirit|caustic|pesticide|weed ?killer|rat poison|javel|piles?(?: bouton)?|aimants?|lessive|déboucheur|antigel|essence|soude|mort-aux-rats|raticide|(?:poisonous |wild |death ?cap )mushrooms?|champignons? (?:vénéneux|sauvages?|des bois))`,
)

/** Said of the whole of it: "overdosed an hour ago", « a fait une overdose ». */
const overdosed = dangerWords(
  "(?:overdosed|took an overdose|od'?ed)(?: on [^.,]*)?(?:,? (?:(?:an?|one|two|\\d+|half an) (?:minutes?|hours?) ago|just now|today|tonight|this \\p{L}+|last night|and (?:is|he|she|i)))|(?:taken|is taking|having) an overdose|(?:vient de faire|fait) une (?:overdose|surdose)(?! (?:en|il y a))",
)

const pills =
  '(?:pills?|tablets?|capsules?|medicines?|medications?|meds|drugs?|sleeping pills?|painkillers?|antidepressants?|comprimés?|cachets?|gélules?|pilules?|médicaments?|médocs|somnifères?|gouttes|anxiolytiques?|antidépresseurs?)'
const most =
  "(?:all|too many|(?:way |far )?too much|loads of|lots of|a lot of|a (?:whole |full |entire )?(?:bottle|box|pack(?:et)?|handful|bunch|strip|blister|load)(?: full)? of|(?:the|his|her|my) (?:whole|entire|full) (?:bottle|box|pack(?:et)?|strip|blister)|everything in|(?:beaucoup )?trop(?: de| d')?|plein de|une (?:dose|quantité) (?:énorme|massive)|(?:two|three|four|five|several|\\d) (?:whole |full |entire )?(?:bottles|boxes|packs|packets|strips|blisters) of|(?:deux|trois|quatre|cinq|plusieurs|\\d) (?:plaquettes|boîtes|tablettes|bouteilles|flacons)(?: entières)? (?:de |d')|(?:ten|two|three|\\d+) times (?:the|his|her|my) (?:\\p{L}+ )?dose of|(?:deux|trois|dix|\\d+) fois (?:la|sa|ma) dose (?:de|d')|(?:tous|toutes?|tout) (?:ses|mes|les|le|la|l')|(?:une |la |toute la |toute une |sa |ma )?(?:boîte|plaquette|tablette|bouteille|poignée|flacon)s?(?: entière| complète)?(?: de| d')|toute? (?:la|une|sa|ma|le|un|son|mon) (?:boîte|plaquette|tablette|bouteille|flacon|tube))"
const noMedicine =
  '(?!(?:the )?(?:time|day|night|way|treatments?|options?|tests?|vaccin\\p{L}*|weight|food|breakfast|exams?|of it|it|them|him|poids|traitements?|temps|examens?|repas|risques?|retard|place|antibiotics?|antibiotiques?|steroids?|kilos?)(?!\\p{L}))'
const tooMuch = dangerWords(
  `${took} (?:in )?(?:just |about |over )?${most}(?: (?:of )?(?:the|his|her|my|our|de|d'|ses|mes|les|la|le|l'))* ?${noMedicine}[\\p{L}-]+`,
)

/** "Took 30 paracetamol": eight or more of anything that no amount, time or kind is counted with. */
const many =
  '(?:[89]|[1-9]\\d|[1-9]\\d\\d|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|huit|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante)'
const noCount =
  '(?!(?:mg|mcg|µg|ug|g|kg|ml|l|cc|iu|ui|units?|unites?|%|\\p{L}*years?|yrs?|yo|ans?|months?|mois|weeks?|semaines?|days?|jours?|hours?|heures?|h|min\\p{L}*|times?|fois|cycles?|courses?|rounds?|sessions?|séances?|cures?|doses?|injections?|different|various|differents?|autres?|other|more|of|to|et|and|tests?|steps?|people|kilos?|pounds?|lbs?|minutes|vaccin\\p{L}*|shots?|antibioti\\p{L}*|medications? for|treatments?|traitements?|lines?|lignes?)(?![\\p{L}]))'
const numbered = dangerWords(
  `${took} (?:about |around |over |like |nearly |at least |environ |presque |au moins |plus de )?${many} (?:(?:of|des|de) (?:his|her|my|the|mes|ses|les) )?${noCount}(?:\\p{L}+ )?(?:${pills}|[\\p{L}-]{4,})`,
)

/** A dose too many, or another's: "took her warfarin twice today", « a pris mes cachets par erreur ». */
const byMistake = dangerWords(
  `${took} (?:\\p{L}+ ){1,5}?(?:twice|two times|three times|four times|deux fois|trois fois|quatre fois) (?:today|this \\p{L}+|tonight|ce \\p{L}+|aujourd'hui|de suite)|${took} (?:\\p{L}+ ){0,3}?(?:the wrong|double (?:the )?dose)(?: \\p{L}+)?|${took} (?:\\p{L}+ ){1,5}?(?:by (?:mistake|accident)|par erreur|double dose)`,
)

/** Of a small child any tablet is one too many. */
const smallChild =
  /(?<!\p{L})(?:toddler|baby|infant|grandson|granddaughter|bebe|nourrisson|gamine?|petit-fils|petite-fille|(?:[1-5]|two|three|four) ?-?(?:years?|yr|yo|ans)(?:[ -]old)?|(?:\d|1\d|2\d) (?:months|mois))(?!\p{L})/u
const eaten = took.replace('took|taken|', '').replace('pris|', '')
const anyPills = dangerWords(
  `${eaten} (?:[\\p{L}'\\d]+ ){0,5}?(?:${pills}|aspirin|aspirine|ibuprofen|ibuprofène|paracetamol|doliprane)`,
)

/** What was to be taken, or was tried one after the other. */
const asPrescribed =
  /(?<!\p{L})(?:prescri\p{L}+|as (?:told|directed)|available|possibles?|existants?|on the market|(?:does|do|did)(?: not|n'?t) (?:work|help)|nothing (?:works|helps|worked|helped)|rien n\p{L}* ?\p{L}*|ne marche\p{L}* (?:pas|plus)|without (?:success|effect)|sans (?:effet|succes|resultat)|over the years|this year|cette annee|cet hiver|this winter|(?:par|a|per|each|every) (?:day|jour)|daily)(?!\p{L})/u
