/** A broken bone named by its place: characters `start` to `end`, and the vocabulary's term. */
interface Fracture {
  readonly start: number
  readonly end: number
  readonly term: string
}

/** "Fracture of the left hip" is a hip fracture; the side is no part of the name. Rule `fracture@1`. */
export function fracturesIn(text: string): Fracture[] {
  if (!/fractur|broke/i.test(text)) return []
  return patterns.flatMap(([pattern, term]) =>
    [...text.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      term,
    })),
  )
}

const bones: readonly (readonly [part: string, term: string])[] = [
  [String.raw`hip|femoral neck|neck of (?:the )?(?:left |right )?femur`, 'Hip Fractures'],
  ['wrist', 'Wrist Fractures'],
  ['radius', 'Radius Fractures'],
  ['ribs?', 'Rib Fractures'],
  ['skull', 'Skull Fractures'],
  ['ankle', 'Ankle Fractures'],
  ['humerus', 'Humeral Fractures'],
  ['vertebrae?|spine', 'Spinal Fractures'],
  ['tibia', 'Tibial Fractures'],
  ['femur', 'Femoral Fractures'],
]

const lead = String.raw`(?:fractures? of|fractured|broke|broken)(?: (?:the|his|her|their|both|an?))?(?: (?:left|right|proximal|distal|first|second))*`
const patterns = bones.map(
  ([part, term]) => [new RegExp(String.raw`\b${lead} (?:${part})\b`, 'gi'), term] as const,
)
