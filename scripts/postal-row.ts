/** One row of a postal file: the place that a postcode belongs to. */
export interface PostalRow {
  readonly country: string
  readonly code: string
  readonly place: string
  readonly state: string
  readonly stateCode: string
  readonly lat: number
  readonly lon: number
}
