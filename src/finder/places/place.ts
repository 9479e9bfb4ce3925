/** How places are looked for. */
export interface FindOptions {
  /** An ISO code: places in this country come before all others. */
  readonly country?: string
  /** ISO codes, the likeliest first: a postcode that several countries have is looked for in these first. */
  readonly reader?: readonly string[]
  /** Only what is named so: nothing that is one letter away. */
  readonly asWritten?: boolean
  /** At most so many places: 10 unless said otherwise. */
  readonly limit?: number
}

/** A place that a person may mean, with the coordinates of its middle in degrees. */
export interface Place {
  /** In the local language or in English, as GeoNames has it. */
  readonly name: string
  readonly postcode?: string
  /** The state, province or region, where it has a name. */
  readonly region?: string
  /** ISO 3166-1 alpha-2; of a point, that of its town. */
  readonly country?: string
  readonly lat: number
  readonly lon: number
  readonly kind: 'town' | 'postcode' | 'region' | 'country' | 'point'
  readonly population?: number
  /** Of a country or a region: its path of codes, as `FR/11/94`, by which the sites in it are told. */
  readonly area?: string
  /** The town that a point is beside, where one is within 40 km. */
  readonly town?: Place
  /** Nothing is named as it was typed: this is one letter away. */
  readonly isCorrected?: true
  /** It stands for the area that was typed, of which no border is known: "Leeds" for "West Yorkshire". */
  readonly isForArea?: true
}

/** A site's address as registries give it. */
export interface SiteAddress {
  readonly city?: string | undefined
  readonly state?: string | undefined
  readonly zip?: string | undefined
  readonly country?: string | undefined
}

/** Coordinates, and what they are the middle of. */
export interface SitePoint {
  readonly lat: number
  readonly lon: number
  readonly exactness: 'town' | 'postcode' | 'region'
}
