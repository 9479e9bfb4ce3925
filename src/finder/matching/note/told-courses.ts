import type { CourseKind } from './cue-words.ts'
import type { NamedTreatment } from './named-treatment.ts'

/**
 * How a treatment stands by words that leave no doubt, in English and French: "growth hormone? Not yet", "Benzodiazepines:
 * denies", "instead of carbimazole", "hepatitis C cured 2018 with sofosbuvir". Undefined where none of them touches it.
 * Rule `told-course@1`.
 */
export function toldCourseOf(
  text: string,
  { start, end, kind }: NamedTreatment,
): CourseKind | 'mentioned' | 'absent' | undefined {
  const after = text.slice(end, end + 90)
  const before = text.slice(Math.max(0, start - 90), start)
  if (answeredNo.test(after) || bareNo.test(after)) return 'absent'
  if (notBegun.test(after)) return 'planned'
  if (never.test(after)) return 'absent'
  if (notHad.test(before) || oneOfNone.test(before)) return 'absent'
  if (inPlaceOf.test(before) || warnedOf.test(before)) return 'mentioned'
  if (notFor.test(before)) return 'refused'
  if (lowered.test(after)) return 'current'
  if (/^ ?(?:x|×) ?\d+ (?:cycles?|cures?|courses?)(?!\p{L})/iu.test(after)) return 'stopped'
  if (untilThen.test(after)) return 'stopped'
  if (bareEnd.test(after) || offSince.test(after) || replacedBy.test(after)) return 'stopped'
  if (curedWith.test(before) || ranOut.test(before)) return 'stopped'
  if (treatedBefore.test(before) && atATime.test(after)) return 'stopped'
  if (kind === 'operation' && isToCome(text, before, after)) return 'planned'
  return undefined
}

const answeredNo =
  /^\s?(?:\?\s?(?:not yet|no|none|never|pas encore|non|jamais)|[:=]\s?(?:denie[sd]|nie|not yet|pas encore|not (?:taken|used|started)|jamais prise?))(?!\p{L})/iu
const never =
  /^,? ?(?:but |mais )?(?:(?:which )?(?:s?he|they|the patient|pt) )?(?:(?:has |had )?never (?:took|taken|started|filled|used|began|begun)|(?:did|does) not (?:take|start|fill|use|begin)|(?:qu['’](?:il|elle) )?(?:n['’]a jamais (?:pris|commenc|d[ée]but)|jamais (?:pris|commenc|d[ée]but))\p{L}*)(?!\p{L})/iu
/** "Everolimus not yet.", « létrozole jamais », « Prostatectomie antérieure : non ». */
const bareNo =
  /^(?: \p{L}+)?(?: ?:)? (?:none|nil|non|jamais|never|not yet|pas encore)(?=\s*(?:[.;,)]|$))/iu
/** "Carboplatin discussed, nivolumab preferred, nothing started". */
const notBegun =
  /^[^.;]{0,80}, (?:but |mais )?(?:nothing|none|rien)(?: (?:yet|n['’]est|n['’]a été))? (?:started|begun|débuté|commencé)/iu
/** "Not had anti-TNF", « n'a pas reçu de rituximab ». */
const notHad =
  /(?<!\p{L})(?:not (?:yet )?(?:had|received|taken|tried|used|started|been (?:on|given))|n['’]a (?:jamais|pas) (?:encore )?(?:eu|reçu|pris))(?: any| de la| de| du)?\s(?:d['’])?$/iu
/** "No immunosuppressants ever, incl. ciclosporin". */
const oneOfNone = /(?:^|[.;]\s)(?:no|aucune?) [^.;:]{3,60}(?<!\p{L})incl\.\s$/iu
const inPlaceOf =
  /(?<!\p{L})(?:instead of|in place of|rather than|replacing|en remplacement d[eu]|[àa] la place d(?:e la |e l['’]|e |u |es )|au lieu d(?:e la |e l['’]|e |u |es ))\s?$/iu
/** « Attention sofosbuvir », "beware of NSAIDs", « interaction avec le voriconazole »: a warning says nothing of what is taken. */
const warnedOf =
  /(?<!\p{L})(?:attention|gare|méfiance|prudence|vigilance|beware|caution|watch out|careful|interactions?|interagi\p{L}*|interact(?:s|ing)?)(?: ?[:!,])?(?: (?:à|aux?|avec|with|of|for|si|if|l[ae]s?|the|any|interactions?|du|des?))*\s?(?:l['’]|d['’])?$/iu
const notFor =
  /(?<!\p{L})(?:no longer (?:for|a candidate for|suitable for|fit for)|not for(?: further| any)?|plus (?:candidate? [àa]|d['’]indication d[eu'’]))\s?(?:(?:la|le|l['’]|une?|any|further) ?)?$/iu
const lowered =
  /^[^.;,()]{0,30}?\s(?:weaned|tapered|reduced|decreased|cut|titrated|increased|baiss[ée]e?s?|diminu[ée]e?s?|r[ée]duite?s?|descendue?s?|augment[ée]e?s?|major[ée]e?s?)(?: down| up)? (?:to|[àa]) \d/iu
const untilThen =
  /^(?: \d+ ?m?c?g)? ?,? (?:until|till|jusqu['’]en|jusqu['’]à|jusqu['’]au) (?:(?:last|early|late|mid|fin|d[ée]but|mi-?) ?)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|f[ée]v|avr|mai|juin|juil|ao[ûu]t|d[ée]c)\p{L}*(?!\p{L})|^(?: \d+ ?m?c?g)? ?,? (?:until|till|jusqu['’]en|jusqu['’]à) (?:\p{L}+ )?(?:19|20)\d\d/iu
/** "VPA off (plt).", "Disulfiram '20: stopped", « abiratérone : arrêt », « THM essayé 4 mois ». */
const bareEnd =
  /^(?: ?['’(]?(?:19|20)?\d\d\)?)? ?(?:: ?)?(?:off|stop(?:ped)?|discontinued|ceased|withdrawn|arr[êe]t(?:[ée]e?s?)?|stopp[ée]e?s?)(?=\s*[.,;()]|\s*$| (?:for|after|because|due|pour|car|apr[èe]s|sur)(?!\p{L}))|^ (?:tried|essay[ée]e?s?|tent[ée]e?s?) (?:for )?\d+ (?:days?|weeks?|months?|jours?|semaines?|mois)(?!\p{L})/iu
const offSince = /^(?: \d+ ?m?c?g)? off (?:since|for|in|after|from) /iu

/** "Lisinopril, which I have replaced with losartan", « remplacé en mars par lamotrigine ». */
const replacedBy =
  /^(?: \d+ ?m?c?g)?,? (?:which |that |qui |que )?(?:(?:i|we|s?he|they|j['’]ai|nous avons|on a|have|has|had|was|were|been|then|now|a|ont|été|est|était) ){1,4}(?:replaced|substituted|swapped|switched|changed) (?:with|by|to|for) |^(?: \d+ ?m?c?g)?,? (?:(?:qui |que |a |j['’]ai |nous avons |été |est )*)(?:remplac|relay|substitu)\p{L}+ (?:(?:en|le|au|depuis|il y a) [^.;,]{2,20}? )?(?:par|avec) /iu

/** A disease that was cured, with what cured it. */
const curedWith =
  /(?<!\p{L})(?:ferm[ée]e?|gu[ée]rie?s?(?: en (?:19|20)\d\d)?|ferm[ée]e? spontan[ée]ment) (?:sous|par|avec|apr[èe]s) (?:une? |\d+ (?:jours?|semaines?|mois) de )?$|(?<!\p{L})(?:(?:cured|eradicated|cleared|resolved|closed)(?: (?:in )?(?:19|20)\d\d)? (?:with|by|on|after) |(?:cured|gu[ée]rie?|trait[ée]e?|treated) ?(?:in |en )?(?:19|20)\d\d \()(?:(?:an?|une?|\d+ (?:weeks?|months?|semaines?|mois) (?:of|de)) ?)?$/iu
/** The reason in brackets is what is no longer taken. */
const ranOut =
  /(?<!\p{L})(?:rupture (?:de traitement|th[ée]rapeutique)|arr[êe]t (?:du|de son|des|de tout) traitements?|stopped (?:his|her|all|their|the) (?:meds|medications?|medicines|treatment)|off (?:his|her|all|their) (?:meds|medications?|medicines|treatment)|out of (?:his|her|their) (?:meds|medications?|medicines))[^.;()]{0,40}\([^()]{0,40}$/iu
const treatedBefore =
  /(?<!\p{L})(?:treated|managed|trait[ée]e?s?)(?: successfully)? (?:with|by|par|avec) (?:[\p{L}\d-]+(?:,| and| et| \+|,? then) ){0,3}$/iu
const atATime =
  /^(?:\s(?:and|et|\+|then)\s[\p{L}\d-]+)?(?: \([^()]{0,20}\))?(?: for \d+ \p{L}+)?,? (?:(?:in|en|about|around|dur(?:ing|ant)|until|jusqu['’]en|from) )?(?:(?:[\p{L}]+ )?(?:19|20)\d\d|(?:\d+|an?|one|two|three|six|few|several) (?:years?|months?|weeks?|days?) ago|last (?:year|month|week|summer|winter|autumn|spring)|il y a (?:\d+|une?|deux|trois|six|quelques) \p{L}+|l['’]an(?:n[ée]e)? derni\p{L}+|le mois dernier|la semaine derni[èe]re|in (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{L}*|en (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre))(?!\p{L})/iu

/** "60F for L TKA", "CPA : F 60 ans pour PTG": before an operation, which is not done yet. */
function isToCome(text: string, before: string, after: string): boolean {
  if (
    !/(?<!\p{L})(?:for|pour|avant|before)\s(?:(?:an?|une?|elective|left|right|bilateral|l|r|la|sa|his|her|total) )*$/iu.test(
      before,
    )
  )
    return false
  if (
    /^[^.;]{0,20}(?:done|performed|in (?:19|20)\d\d|(?:19|20)\d\d|ago|r[ée]alis|faite?|il y a|J\d|POD)/iu.test(
      after,
    )
  )
    return false
  return (
    /(?<!\p{L})(?:pre-?\s?op\p{L}*|pre-?assessment|pr[ée]-?op\p{L}*|CPA|anesth[ée]sie)(?!\p{L})/iu.test(
      text,
    ) ||
    /\d ?(?:yo|y\/o|years?[- ]old|F|M|ans|a) (?:\p{L}+ )?(?:for|pour)\s(?:[\p{L}]+ ){0,2}$/iu.test(
      before,
    )
  )
}
