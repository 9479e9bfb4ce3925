/** A part of the body named in a text, English or French, or its side. */
export const bodyPart =
  /\b(?:visceral|viscéral\w*|knees?|hips?|hands?|feet|foot|ankles?|wrists?|elbows?|shoulders?|legs?|arms?|neck|spine|lumbar|thoracic|cervical|chest|abdom\w+|pelvi\w+|head|brain|skull|eyes?|ears?|nose|throat|skin|liver|kidneys?|renal|hepatic|heart|cardiac|coronary|lungs?|bladder|uterus|ovar\w+|breasts?|prostate|colon\w*|rect\w+|stomach|gastric|bowel|spleen|pancrea\w*|thyroid|urine|stools?|sputum|femur|tibia|rib|jaw|tongue|mouth|teeth|left|right|genou\w*|hanches?|mains?|pieds?|chevilles?|poignets?|coudes?|[ée]paules?|jambes?|bras|cou|rachis|thorax|bassin|t[êe]te|cr[âa]ne|yeux|œil|oreilles?|nez|gorge|peau|foie|reins?|c(?:œ|oe)ur|poumons?|vessie|ut[ée]rus|ovaires?|seins?|estomac|rate|langue|bouche|dents?|gauche|droite?)\b/i

/** Whether a text and what stands before a denial both name parts of the body, and none in common: "renal cyst" and "the thyroid shows no cyst". */
export function isOfOtherPart(asked: string, said: string): boolean {
  const [one, other] = [partsIn(asked), partsIn(said.split(denial)[0] ?? '')]
  return one.length > 0 && other.length > 0 && !one.some((part) => other.includes(part))
}

function partsIn(text: string): readonly string[] {
  return (text.match(everyPart) ?? []).map((part) => part.toLowerCase().slice(0, 4))
}

const denial = /\b(?:no|not|denie[sd]|without|never|negative)\b/i
const everyPart = new RegExp(bodyPart, 'gi')
