/**
 * True for a line that is but one way not to become pregnant ("Intrauterine device", "Vasectomised partner"): whoever must use
 * one needs no other.
 */
export function isMethod(text: string): boolean {
  return text.length <= 200 && method.test(text) && !mustBe.test(text)
}

const method =
  /^\W*(?:\(?[a-z\d]{1,3}[.)] )?(?:(?:placement|use|insertion|established|proper|correct|of|an?|the|copper|hormonal|combined|oral|injectable|implantable|transdermal|male|female|bilateral|documented|barrier|progest[\w-]+|(?:o?estrogen|\(o?estrogen)[^:;.]{0,40}?) )*(?:intra-?uterine|IUDs?\b|IUS\b|tubal (?:occlusion|ligation|sterili[sz]ation)|(?:partner'?s? )?vasectom\w+|condoms?\b|diaphragms?\b|cervical cap|(?:hormonal )?contracept(?:ion|ives?)\b|(?:sexual|true|total|complete) abstinence|spermicid\w+)/i
const mustBe = /\b(?:must|should|willing|agree\w*|required?|will|have to|need to|prohibit\w*)\b/i

/**
 * True for two lines that each begin with the name of a cancer, and not of the same ("Follicular lymphoma that came back",
 * "Mantle cell lymphoma"): hardly anybody has both.
 */
export function ofOtherCancer(one: string, next: string): boolean {
  const [first, second] = [cancerOf(one), cancerOf(next)]
  return first !== undefined && second !== undefined && first !== second
}

/** The word before the noun and the noun: "promyelocytic leukaemia". */
function cancerOf(text: string): string | undefined {
  const found = cancer.exec(text)?.groups
  if (!found || usual.test(found['before'] ?? '')) return undefined
  return `${found['before']} ${found['noun']}`.toLowerCase().replace('aem', 'em')
}

const cancer =
  /^\W*(?:(?:histologically|cytologically|pathologically|confirmed|proven|documented|newly|diagnosed|diagnosis|of|relapsed|refractory|or|and|advanced|metastatic|recurrent|acute|chronic|primary|untreated|patients?|with) )*(?<before>[\p{L}-]+) (?:cell )?(?<noun>leuk\p{L}+|lymphomas?|carcinomas?|sarcomas?|cancers?)\b/iu
const usual =
  /^(?:no|not|without|any|the|an?|other|prior|previous|metastatic|advanced|recurrent|solid|malignant|invasive|measurable|resectable|unresectable|active|this|their|primary|stage|relapsed|refractory|untreated|acute|chronic)$/i
