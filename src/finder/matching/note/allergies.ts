import type { Vocabulary } from '../../vocabulary/concept.ts'
import type { Allergy } from '../patient/patient.ts'
import { openDrugs } from '../../vocabulary/drugs.ts'
import { cueBefore, cuesIn } from './reach.ts'
import type { NoteSentence } from './note-sentence.ts'
import type { NoteSpan } from './span.ts'
import { namedTreatments } from './treatments.ts'
import { isOfOthers } from './whose.ts'

/** Where a sentence speaks of an allergy or an intolerance: what is named there is not taken. */
export function allergySpans(sentence: NoteSentence): readonly NoteSpan[] {
  const { text, section } = sentence
  if (section === 'allergies') return [{ from: 0, to: text.length }]
  const spans: NoteSpan[] = []
  for (const match of text.matchAll(before)) {
    if (cueBefore(sentence, cuesIn(sentence), 'deny', match.index)) continue
    if (denied.test(text.slice(0, match.index))) continue
    const from = match.index + match[0].length
    const stop =
      /[.;](?:\s|$)|\n\s*[-•*]|,(?! ?(?:\p{L}[\p{L}-]+\s?(?:\(|,|and|et|\.|$)))|\b(?:but|mais|now|on|sous|to try|avec)\b/iu.exec(
        text.slice(from),
      )
    spans.push({ from, to: stop ? from + stop.index : text.length })
  }
  if (anyReaction.test(text))
    for (const match of text.matchAll(reacted))
      spans.push({ from: match.index, to: match.index + match[0].length })
  if (sentence.language === 'fr') spans.push(...besideTheWord(sentence))
  for (const match of text.matchAll(after)) {
    const words = match.groups?.['what'] ?? ''
    if (denied.test(text.slice(0, match.index))) continue
    const from = match.index + match[0].indexOf(words)
    if (!noAllergen.test(words)) spans.push({ from, to: from + words.length })
  }
  return spans
}

/** "Allergie amoxicilline (urticaire)": a medicine directly behind the word, with the reaction in its brackets. */
function besideTheWord(sentence: NoteSentence): NoteSpan[] {
  const { text } = sentence
  return [...text.matchAll(beside)].flatMap((match): NoteSpan[] => {
    const from = match.index + match[0].length
    if (cueBefore(sentence, cuesIn(sentence), 'deny', match.index)) return []
    const words = /^\p{L}[\p{L}-]{4,}/u.exec(text.slice(from))?.[0] ?? ''
    if (openDrugs().byName(words).length === 0) return []
    const bracket = /^\s?\([^()]*\)/.exec(text.slice(from + words.length))?.[0].length ?? 0
    return [{ from, to: from + words.length + bracket }]
  })
}

const beside = /(?<!\p{L})(?:allergies?|intol[ée]rances?|anaphylaxie)\s(?=\p{L}{5})/giu

const before =
  /(?<!\p{L})(?:(?:severely |also |known |is |was |being )*allergic (?:reaction )?(?:to|with)|allerg(?:y|ies)(?: (?:to|:)|\s?[:=])(?! ?(?:none|no\b|nil|nkda))|intoleran(?:t|ce) (?:of|to)|hypersensitivit(?:y|ies) to|anaphyla(?:xis|ctic reaction) (?:to|with|after)|anaphylaxie (?:à|a|aux?|sous|apr[èe]s)(?!\p{L})(?: la| l['’])?|reaction to|rash (?:with|to|after)|(?:comes?|came|broke|breaks) out in (?:an? )?(?:\p{L}+ )?(?:rash|hives|spots|welts|wheals) (?:with|after|from|to|on)|allergies?\s?[:=](?! ?(?:aucune?|non|0|n[ée]ant|none|nkda))|allergique (?:à|a|aux?)(?!\p{L})(?: la| l['’])?|allergie (?:connue )?(?:à|a|aux?)(?!\p{L})(?: la| l['’])?|intol[ée]ran(?:te?|ce) (?:à|a|aux?)(?!\p{L})(?: la| l['’])?|toxidermie (?:à|a|aux?)(?!\p{L})(?: la| l['’])?|urticaire (?:à|a|aux?|sous)(?: la| l['’])?|choc anaphylactique (?:à|a|aux?)(?!\p{L})(?: la| l['’])?)/giu
const after =
  /(?<!\p{L})(?<what>\p{L}[\p{L}-]{2,})(?: |-)(?:allerg(?:y|ies|ic)|anaphylaxis)(?! ?(?:to|clinic|test|after|with(?! (?:anaphyla|hives|urticaria|angio))))/giu

/** What stands before "allergy" or "anaphylaxis" and names nothing that one is allergic to: "two anaphylaxis", "allergy with anaphylaxis". */
const noAllergen =
  /^(?:no|known|drug|food|any|other|skin|seasonal|contact|with|and|had|has|for|from|one|two|three|four|five|several|multiple|many|repeated|recurrent|previous|prior|past|recent|first|second|last|severe|mild|moderate|life-threatening|biphasic|documented|suspected|possible|multiples?|sever|une|deux|trois|quatre|cinq|plusieurs)$/i

/** "Not allergic to penicillin", "no PCN allergy", "pas allergique". */
const denied =
  /(?<!\p{L})(?:no|not|n['’]?t|nor|never|denies|without|pas|non|sans|aucune)(?: (?:an?y?|known|history of|hx of|previous|documented|reported|known to be|been|be|d['’]))*\s?$/iu

/** Most sentences hold none of these, and this asks much less. */
const anyReaction = /brought|brings|gave|gives|caused|causes/i

/** "Amoxicillin brought her out in hives": the medicine and what it did. */
const reacted =
  /(?<!\p{L})\p{L}[\p{L}-]{3,} (?:has |had |have |always )?(?:br(?:ought|ings) (?:me|him|her|them|us) out in(?: (?:an? )?(?:\p{L}+ )?\p{L}+)?|(?:gave|gives|caused|causes) (?:(?:me|him|her|them) )?(?:an? )?(?:\p{L}+ )?(?:hives|urticaria|anaphylaxis|angioedema|allergic reaction|wheals))/giu

/** What the person is allergic to or does not tolerate, by name. Rule `allergy@1`. */
export function allergiesIn(
  sentence: NoteSentence,
  spans: readonly NoteSpan[],
  vocabulary: Vocabulary,
): Allergy[] {
  const { text, start, end } = sentence
  const evidence = { text, start, end }
  const none = noneKnown.exec(text)
  if (none && sentence.section !== 'family' && spans.every(({ from }) => from === 0))
    return [{ name: none[0].toLowerCase(), presence: 'absent', evidence }]
  if (spans.length === 0) return []
  const named = namedTreatments(sentence, new Set(), vocabulary)
  const cues = cuesIn(sentence)
  return spans.flatMap(({ from, to }): Allergy[] => {
    if (isOfOthers(sentence, cues, from, to)) return []
    const own = named.filter((one) => one.start >= from && one.end <= to)
    const others = plainNames(text.slice(from, to))
    const plain = own.length === 0 ? others : others.filter((name) => foods.test(name))
    return [
      ...own.map(({ start: at, end: until, drugs }): Allergy => {
        const name = text.slice(at, until).toLowerCase()
        const presence = isDoubtful(text, name) ? 'possible' : 'present'
        return { name, presence, ...(drugs && { drugs }), evidence }
      }),
      ...plain.map((name): Allergy => {
        const presence = isDoubtful(text, name) ? 'possible' : 'present'
        return { name, presence, evidence }
      }),
    ]
  })
}

/** « "Codeine" constipation only », "egg as a baby, eats egg now": an effect that is no allergy, or one of before. Rule `no-allergy-now@1`. */
function isDoubtful(text: string, name: string): boolean {
  const at = text.toLowerCase().indexOf(name)
  return at >= 0 && noAllergyNow.test(text.slice(at + name.length))
}

const asChild = / as (?:an? )?(?:baby|child|infant|toddler)$/u
const noAllergyNow =
  /^[^\p{L};,.]{0,3}(?:(?:\(|-|:|=|gives?|gave|causes?|caused|mild|just|donne) ?)*(?:(?:constipation|constip[ée]e?|nausea\w*|vomit\w*|n&v|n\/v|drows\w*|sleepy|somnolence|dizz\w*|headaches?|diarrh\w*|(?:upset )?stomach(?: upset)?|gi upset|indigestion|heartburn|naus[ée]es?|vomissements|diarrh[ée]e|c[ée]phal[ée]es?|intol[ée]rance digestive|troubles digestifs)(?: only| seulement)?(?= ?[;.,)\]]| ?$)|as (?:an? )?(?:baby|child|infant|toddler)(?!\p{L})|[^;.]{0,30}(?:outgr(?:ew|own)|tolerates? (?:it )?now|eats? (?:it|\p{L}+) now|challenge negative|de-?labelled|retir[ée]e? du dossier|tol[ée]r[ée]e? depuis|gu[ée]rie?))/iu

/** What people are allergic to besides medicines: named beside one it is no less told. */
const foods =
  /^(?:(?:all )?(?:tree )?nuts?|peanuts?|(?:cow['’]?s )?milk|eggs?|wheat|soya?|fish|shellfish|prawns?|sesame|kiwi|strawberr\p{L}+|latex|nickel|plasters?|(?:grass |birch )?pollens?|(?:house )?dust(?: mites?)?|cats?|dogs?|(?:bee|wasp)s?(?: (?:stings?|venom))?|(?:iodinated )?contrast(?: media)?|arachides?|cacahuètes?|fruits? à coque|noix|noisettes?|lait(?: de vache)?|(?:protéines? de )?lait de vache|œufs?|oeufs?|blé|soja|poissons?|crustacés|fruits de mer|sésame|fraises?|acariens|pollens?(?: de \p{L}+)?|graminées|guêpes?|abeilles?|produits? de contraste(?: iodés?)?)$/iu

/** What no list names: the few words before a comma, a bracket or the end. */
function plainNames(span: string): string[] {
  const bare = span.replace(/^[^:]*allerg\w*[^:]*:/i, '').replace(/\([^()]*\)/g, '')
  if (/\b(?:none|no known|nil|nkda|nka|aucune?|non|n[ée]ant|pas d)\b/i.test(bare)) return []
  return bare
    .split(/[,;:]|\band\b|\bet\b|\bou\b|\bor\b/)
    .map((one) => one.replace(/\.$/, '').trim().toLowerCase().replace(asChild, ''))
    .filter((one) => /\p{L}{3}/u.test(one) && one.split(' ').length <= 3 && !heading.test(one))
    .slice(0, 8)
}

/** A heading on a line of its own is nothing that one is allergic to. */
const heading =
  /^(?:(?:drug|known) )?(?:allerg(?:y|ies?)|intol[ée]rances?|adrs?)(?: m[ée]dicamenteuses?)?$/u

const noneKnown =
  /(?<!\p{L})(?:NKDA|(?:not|no) (?:known to be )?allergic to anything|pas (?:d['’])?allergique à quoi que ce soit|NKA|no known (?:drug )?allerg(?:y|ies)|no (?:drug )?allerg(?:y|ies)|allerg(?:y|ies)\s?[:=-]?\s?(?:none|nil|no|nkda)|pas d['’]allergie(?: connue| m[ée]dicamenteuse)?|aucune allergie(?: connue)?|allergies?(?: m[ée]dicamenteuses?)?\s?[:=]\s?(?:aucune?|non|0|n[ée]ant|rien)|sans allergie)(?!\p{L})/iu
