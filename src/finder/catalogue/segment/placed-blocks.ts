import { ByteReader, ByteWriter } from '../../../base/bytes.ts'
import { type BodyField, type SearchField, bodyFields } from '../model/fields.ts'
import { pieceNumbers } from './piece-fields.ts'

interface PlacedBlock {
  readonly searched: readonly SearchField[]
  /** By their places in `pieces`. */
  readonly fields: readonly number[]
}

/**
 * The texts whose words the index of the ordinary search holds with their places, in the order in which it reads them
 * (`searchTexts`): block by block, and the fields of the registry's records that are in each.
 */
export const placedBlocks: readonly PlacedBlock[] = [
  block(['id'], 'NCTId NCTIdAlias OrgStudyId SecondaryId'),
  block(['acronym'], 'Acronym'),
  block(['briefTitle'], 'BriefTitle'),
  block(['officialTitle'], 'OfficialTitle'),
  block(['condition'], 'Condition'),
  block(['keyword'], 'Keyword'),
  block(['conditionMesh'], 'ConditionMeshTerm'),
  block(
    ['intervention', 'arm'],
    'InterventionName InterventionOtherName InterventionDescription InterventionMeshTerm ArmGroupLabel ArmGroupDescription',
  ),
  block(['summary'], 'BriefSummary'),
  block(['primaryOutcome'], 'PrimaryOutcomeMeasure PrimaryOutcomeDescription'),
  block(
    ['otherOutcome'],
    'SecondaryOutcomeMeasure SecondaryOutcomeDescription OtherOutcomeMeasure OtherOutcomeDescription',
  ),
  block(['sponsor'], 'LeadSponsorName CollaboratorName OrgFullName'),
  block(
    ['people'],
    'ResponsiblePartyInvestigatorFullName ResponsiblePartyInvestigatorAffiliation OverallOfficialName OverallOfficialAffiliation CentralContactName',
  ),
  block(['site'], 'LocationFacility LocationCity LocationState LocationCountry'),
  block(
    ['design'],
    'StudyType Phase DesignAllocation DesignInterventionModel DesignPrimaryPurpose DesignObservationalModel DesignTimePerspective DesignMasking StdAge',
  ),
]

/** So many places are free after each text. */
export const textGap = 8

/** The long texts whose words have places. */
export const placedBodyField = 'eligibility' satisfies BodyField

/** The bit of that field in what a posting of the long texts says of fields, above two for how often. */
export const placedBodyBit = 2 + bodyFields.indexOf(placedBodyField)

/** The fields that are in them. */
export const placedBodyPieces: readonly number[] = block(
  [],
  'EligibilityCriteria StudyPopulation',
).fields

function block(searched: readonly SearchField[], names: string): PlacedBlock {
  return { searched, fields: names.split(' ').flatMap((name) => pieceNumbers.get(name) ?? []) }
}

const blockOfField: ReadonlyMap<SearchField, number> = new Map(
  placedBlocks.flatMap(({ searched }, at) => searched.map((field) => [field, at] as const)),
)

/** Notes where the blocks of each study begin, counted in places of words. */
export class PlacedBlocksBuilder {
  readonly #bytes = new ByteWriter(1 << 16)
  #block = 0
  #last = 0

  /** A text of a field begins at a place. */
  begin(field: SearchField, place: number): void {
    const block_ = blockOfField.get(field) ?? 0
    while (this.#block < block_) this.#note(place)
  }

  /** The texts of a study end at a place. */
  end(place: number): void {
    while (this.#block < placedBlocks.length - 1) this.#note(place)
    this.#block = 0
    this.#last = 0
  }

  finish(): Uint8Array {
    return this.#bytes.view()
  }

  #note(place: number): void {
    this.#bytes.number(place - this.#last)
    this.#last = place
    this.#block++
  }
}

/** Where the blocks of each study begin. */
export class PlacedBlocks {
  readonly #bytes: Uint8Array
  readonly #starts: Uint32Array

  constructor(bytes: Uint8Array, documents: number) {
    this.#bytes = bytes
    this.#starts = new Uint32Array(documents)
    const reader = new ByteReader(bytes)
    for (let doc = 0; doc < documents; doc++) {
      this.#starts[doc] = reader.at
      for (let at = 1; at < placedBlocks.length; at++) reader.number()
    }
  }

  /**
   * Where a block of a study begins (where it has no text, that is where the next one does), and how many words it has, if it has one
   * text. The last block has no end.
   */
  textOf(doc: number, block: number): { readonly begin: number; readonly words: number } {
    const reader = new ByteReader(this.#bytes, this.#starts[doc])
    let begin = 0
    for (let at = 0; at < block; at++) begin += reader.number()
    const isLast = block === placedBlocks.length - 1
    return { begin, words: isLast ? Infinity : reader.number() - textGap }
  }

  /** For places of words in a study, rising from one place in a list to below another, the blocks that they are in, each a bit. */
  blocksOf(doc: number, places: ArrayLike<number>, from: number, to: number): number {
    const reader = new ByteReader(this.#bytes, this.#starts[doc])
    let found = 0
    let next = from
    let begin = 0
    for (let at = 0; at < placedBlocks.length && next < to; at++) {
      const end = at < placedBlocks.length - 1 ? begin + reader.number() : Infinity
      if ((places[next] as number) < end) found |= 1 << at
      while (next < to && (places[next] as number) < end) next++
      begin = end
    }
    return found
  }
}
