/**
 * Names that only contain the name of a measure of ours: the longer one wins, and no value of it is one of ours ("lean body
 * mass", "right ventricular ejection fraction", "glucose in the spinal fluid"). Words of a pattern.
 */
export const longerNames: string = [
  // Of a part of the body, or of a part of the weight.
  String.raw`(?:(?:appendicular|relative|absolute|skeletal|total|left|right)[- ])*(?:muscle|fat(?:[- ]free)?|lean|ventricular|[lr]v|myocardial|bone|cell)(?: body| tissue)?[- ](?:mass|weight)(?:[- ]index)?`,
  String.raw`(?:ideal|predicted|adjusted|target|f(?:o)?etal|placental|kidney|liver|organ|molecular) (?:body )?weight`,
  String.raw`weight[- ](?:for|to)[- ](?:height|length|age|stature)`,
  String.raw`(?:right ventric\w+|rv|gall ?bladder|atrial|gastric)[^,;.<>\d]{0,12}ejection fraction`,
  String.raw`(?:ankle|toe|wedge|portal|right ventric\w+)(?: systolic| diastolic)(?: blood)? pressure`,
  // Of another fluid than the blood.
  String.raw`(?:csf|cerebro-?spinal|ascit\w+|pleural|sweat|cord|bile|synovial|saliva\w*|sputum|nasal|bronch\w+|lavage|stool|f(?:a)?ecal|peritoneal|amniotic|urin\w+|marrow|tissue|donor|maternal)(?: fluid| blood| lavage)?[ /-](?:total )?(?:albumin|bilirubin|glucose|creatinine|sodium|potassium|calcium|amylase|lipase|ldh|neutrophils?|eosinophils?|lymphocytes?|leu[ck]ocytes?|wbc|white (?:blood )?cells?)`,
  // Worked out of two.
  String.raw`(?:serum[- –/]+(?:to[- ])?ascit\w+|saag)(?:[ /-]albumin)?(?: gradient)?`,
  String.raw`non[- ]?hdl(?:[- ]c(?:holesterol)?)?|vldl(?:[- ]c(?:holesterol)?)?|(?:remnant|non-?high[- ]density lipoprotein) cholesterol`,
].join('|')

/**
 * Whether words beside the name of a measure say that a change of it is compared, or something worked out of it, and not its
 * level: "responsiveness of FEV1", "HbA1c variability". A rise above so many times the upper limit is a level, and so is a fall
 * to less than a value. Rule `no-level@1`.
 */
export function isNoLevel(
  before: string,
  after: string,
  is: { readonly isUpper: boolean },
): boolean {
  if (derivedBefore.test(before) || derivedAfter.test(after)) return true
  return (is.isUpper ? falling : changing).test(before)
}

const derivedBefore =
  /\b(?:respons\w+|reversib\w+|variab\w+|variations?|fluctuat\w+|ratios?|differences?|slope|velocity|rate of \w+|change|changes|improv\w+|recovery|gradient)(?: (?:of|in|from|between|to|for))(?: (?:the|an?|his|her|their|mean|baseline|pre|post|morning|absolute|relative|percent|predicted|serum|plasma|blood|bronchodilator|resting))*\s*$/i
const derivedAfter =
  /^[^\d<>≤≥;]{0,24}\b(?:respons\w+|reversib\w+|variab\w+|variations?|fluctuat\w+|ratios?|differences?|slope|velocity|gradient|density|doubling|reserve|recovery|reactivity|aggregation|transfusions?|per ?centiles?|distribution)\b/i
const changing =
  /\b(?:increas\w+|rises?|gains?|decreas\w+|declin\w+|drops?|falls?|loss|reduc\w+)(?: (?:of|in))(?: (?:the|an?|his|her|their|mean|baseline|morning|absolute|relative|serum|plasma|blood))*\s*$/i
const falling =
  /\b(?:declin\w+|drops?|falls?|loss) (?:of|in)(?: (?:the|an?|his|her|their|serum))*\s*$/i
