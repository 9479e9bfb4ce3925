import { branches, type PieceBranch, plainPath } from '../../../finder/registry/pieces/branches.ts'
import {
  type Piece,
  type PieceType,
  pieces,
  searchAreas,
} from '../../../finder/registry/pieces/pieces.ts'

/** A field or a group of fields as `/studies/metadata` describes it. */
export interface FieldNode {
  /** Its name in a record: `locations`. */
  readonly name: string
  /** The registry's name for it: `Location`. */
  readonly piece: string
  readonly title: string
  readonly sourceType: string
  /** `text`, `Phase[]`: a list has `[]` at its end. */
  readonly type: string
  readonly isEnum?: true
  readonly synonyms?: true
  readonly nested?: true
  readonly children?: readonly FieldNode[]
}

/** Every field there is, as a tree in the order of a record. */
export function fieldNodes(): readonly FieldNode[] {
  return (nodes ??= childrenOf(''))
}

let nodes: readonly FieldNode[] | undefined

const named: readonly (Piece | PieceBranch)[] = [...branches, ...pieces]
const order = new Map(pieces.map(({ name }, index) => [name, index]))

function childrenOf(path: string): readonly FieldNode[] {
  return named
    .filter((node) => parentOf(node) === path)
    .toSorted((a, b) => firstField(a) - firstField(b))
    .map((node) => ('type' in node ? fieldNode(node) : groupNode(node)))
}

function parentOf({ path }: PieceBranch): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

/** The place of a field, or of the first below a group, in a record. */
function firstField(node: Piece | PieceBranch): number {
  if ('type' in node) return order.get(node.name) ?? pieces.length
  return pieces.findIndex(({ path }) => path.startsWith(`${node.path}.`))
}

function groupNode(branch: PieceBranch): FieldNode {
  const isList = branch.path.endsWith('[]')
  return {
    ...head(branch),
    sourceType: 'STRUCT',
    type: listed(branch.path, structs[branch.name] ?? branch.name),
    ...(isList && { nested: true as const }),
    children: childrenOf(branch.path),
  }
}

function fieldNode(piece: Piece): FieldNode {
  return {
    ...head(piece),
    sourceType: sources[piece.type],
    type: listed(piece.path, typeName(piece)),
    ...(piece.enumName && { isEnum: true as const }),
    ...(withSynonyms.has(piece.name) && { synonyms: true as const }),
    ...(piece.type === 'geo' && { children: pointNodes(piece) }),
  }
}

/** A point is one field, with two members by which a path may end. */
function pointNodes(piece: Piece): readonly FieldNode[] {
  return ['lat', 'lon'].map((name) => ({
    name,
    piece: `${piece.name}:${name}`,
    title: name === 'lat' ? 'Latitude' : 'Longitude',
    sourceType: 'NUMERIC',
    type: 'number',
  }))
}

function head(node: Piece | PieceBranch): Pick<FieldNode, 'name' | 'piece' | 'title'> {
  const name = plainPath(node).split('.').at(-1) ?? ''
  return { name, piece: node.name, title: titleOf(node.name) }
}

/** `LocationGeoPoint` is "Location Geo Point", `OversightHasDMC` is "Oversight Has DMC". */
function titleOf(name: string): string {
  return name.replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
}

function listed(path: string, type: string): string {
  return path.endsWith('[]') ? `${type}[]` : type
}

/** The registry's own word for what the values of a field are: that of its enumeration, where it has one. */
export function typeName({ name, type, enumName }: Piece): string {
  if (enumName) return enumName
  return special[name] ?? names[type]
}

const names: Readonly<Record<PieceType, string>> = {
  text: 'text',
  markup: 'markup',
  nct: 'nct',
  enum: 'text',
  boolean: 'boolean',
  integer: 'integer',
  date: 'NormalizedDate',
  time: 'NormalizedTime',
  geo: 'GeoPoint',
}

const sources: Readonly<Record<PieceType, string>> = {
  text: 'TEXT',
  markup: 'MARKUP',
  nct: 'TEXT',
  enum: 'ENUM',
  boolean: 'BOOLEAN',
  integer: 'NUMERIC',
  date: 'DATE',
  time: 'TEXT',
  geo: 'STRUCT',
}

const special: Readonly<Record<string, string>> = {
  ...alike('PartialDate', 'StatusVerifiedDate StartDate PrimaryCompletionDate CompletionDate'),
  ...alike('DateTimeMinutes', 'LargeDocUploadDate'),
  ...alike('GeoName', 'LocationCity LocationState'),
}

const withSynonyms = new Set(
  searchAreas.flatMap(({ parts }) =>
    parts.flatMap(({ piece, hasSynonyms }) => (hasSynonyms ? piece.name : [])),
  ),
)

/** Groups of which several have one type; every other has its own name as its type. */
const structs: Readonly<Record<string, string>> = {
  ...alike('PartialDateStruct', 'StartDateStruct PrimaryCompletionDateStruct CompletionDateStruct'),
  ...alike('DateStruct', 'StudyFirstPostDateStruct ResultsFirstPostDateStruct'),
  ...alike('DateStruct', 'DispFirstPostDateStruct LastUpdatePostDateStruct FirstMCPPostDateStruct'),
  ...alike('Sponsor', 'LeadSponsor Collaborator'),
  ...alike('MaskingBlock', 'DesignMaskingInfo'),
  ...alike('Outcome', 'PrimaryOutcome SecondaryOutcome OtherOutcome'),
  ...alike('Contact', 'CentralContact LocationContact'),
  ...alike('Official', 'OverallOfficial'),
  ...alike('AvailIpd', 'AvailIPD'),
  ...alike('IpdSharingStatementModule', 'IPDSharingStatementModule'),
  ...alike('FlowStats', 'FlowAchievement FlowReason'),
  ...alike('DropWithdraw', 'FlowDropWithdraw'),
  ...alike('MeasureGroup', 'BaselineGroup OutcomeGroup'),
  ...alike('Denom', 'BaselineDenom BaselineClassDenom BaselineMeasureDenom'),
  ...alike('Denom', 'OutcomeDenom OutcomeClassDenom'),
  ...alike('DenomCount', 'BaselineDenomCount BaselineClassDenomCount BaselineMeasureDenomCount'),
  ...alike('DenomCount', 'OutcomeDenomCount OutcomeClassDenomCount'),
  ...alike('MeasureClass', 'BaselineClass OutcomeClass'),
  ...alike('MeasureCategory', 'BaselineCategory OutcomeCategory'),
  ...alike('Measurement', 'BaselineMeasurement OutcomeMeasurement'),
  ...alike('MeasureAnalysis', 'OutcomeAnalysis'),
  ...alike('AdverseEvent', 'SeriousEvent OtherEvent'),
  ...alike('EventStats', 'SeriousEventStats OtherEventStats'),
  ...alike('FirstMcpInfo', 'FirstMCPInfo'),
  ...alike('BrowseModule', 'ConditionBrowseModule InterventionBrowseModule'),
  ...alike('Mesh', 'ConditionMesh ConditionAncestor InterventionMesh InterventionAncestor'),
  ...alike('BrowseLeaf', 'ConditionBrowseLeaf InterventionBrowseLeaf'),
  ...alike('BrowseBranch', 'ConditionBrowseBranch InterventionBrowseBranch'),
}

function alike(type: string, spaced: string): Readonly<Record<string, string>> {
  return Object.fromEntries(spaced.split(' ').map((name) => [name, type]))
}
