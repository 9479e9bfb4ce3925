/** A way to make one kind of our addresses, and the pattern by which a request for it is known. */
export interface Path<Pattern extends string> {
  /** The address without its language: one value for each `:name` of the pattern, in its order. */
  (...values: Values<Pattern>): string
  readonly pattern: Pattern
}

type Values<Pattern extends string> = Pattern extends `${string}/:${infer Rest}`
  ? [string, ...Values<Rest>]
  : []

/** Every address of the site: areas answer by its pattern, and every link of our own is made by its function. */
export const paths = {
  home: path('/'),
  search: path('/search'),
  searchJson: path('/search.json'),
  searchCsv: path('/search.csv'),
  searchAtom: path('/search.atom'),
  searchAdvanced: path('/search/advanced'),
  suggest: path('/suggest.json'),
  categories: path('/categories'),
  categoriesJson: path('/categories.json'),
  category: path('/categories/:slug'),
  categoryJson: path('/categories/:slug{[a-z-]+\\.json}', '.json'),
  categoryAtom: path('/categories/:slug{[a-z-]+\\.atom}', '.atom'),
  study: path('/studies/:id'),
  /** Answered with the page of the study: the ending may be written in any case. */
  studyJson: path('/studies/:id', '.json'),
  check: path('/studies/:id/check'),
  studySites: path('/studies/:id/sites'),
  studyHistory: path('/studies/:id/history'),
  studySimilar: path('/studies/:id/similar'),
  outlines: path('/map/outlines.json'),
  worldOutline: path('/map/world.svg'),
  mapSites: path('/map/sites.json'),
  list: path('/list'),
  compare: path('/compare'),
  compareJson: path('/compare.json'),
  match: path('/match'),
  protocols: path('/protocols'),
  protocolSchema: path('/protocols/schema.json'),
  protocolJson: path('/protocols/:id{[A-Za-z0-9_.-]+\\.json}', '.json'),
  protocol: path('/protocols/:id'),
  protocolChanges: path('/protocols/:id/changes'),
  protocolTry: path('/protocols/:id/try'),
  protocolReport: path('/protocols/:id/report'),
  alerts: path('/alerts'),
  alertsNew: path('/alerts/new'),
  alertsSent: path('/alerts/sent'),
  alertsLost: path('/alerts/lost'),
  alertsSentLink: path('/alerts/sent-link'),
  alertsConfirm: path('/alerts/confirm/:link'),
  alertsStop: path('/alerts/stop/:link'),
  alertsOf: path('/alerts/:link'),
  alertsData: path('/alerts/:link/data.json'),
  alertsLetters: path('/alerts/:link/letters'),
  alert: path('/alerts/:link/:id'),
  alertPause: path('/alerts/:link/:id/pause'),
  alertDeletion: path('/alerts/:link/:id/deletion'),
  signIn: path('/sign-in'),
  signInSent: path('/sign-in/sent'),
  passkeySignIn: path('/sign-in/passkey'),
  passkeySignInAsk: path('/sign-in/passkey/challenge'),
  signInLink: path('/sign-in/:link'),
  invitation: path('/invitations/:link'),
  signOut: path('/sign-out'),
  account: path('/account'),
  passkeys: path('/account/passkeys'),
  passkeyAsk: path('/account/passkeys/challenge'),
  passkeyRemoval: path('/account/passkeys/:id/removal'),
  accountSession: path('/account/sessions/:id/closure'),
  desk: path('/desk'),
  deskCsv: path('/desk.csv'),
  deskEnquiry: path('/desk/enquiries/:id'),
  deskStep: path('/desk/enquiries/:id/step'),
  deskTake: path('/desk/enquiries/:id/take'),
  deskNote: path('/desk/enquiries/:id/note'),
  deskPeople: path('/desk/people'),
  deskRole: path('/desk/people/roles/:id/closure'),
  deskFigures: path('/desk/figures'),
  deskListing: path('/desk/listing'),
  deskPromise: path('/desk/listing/promise'),
  deskTemplates: path('/desk/templates'),
  deskTemplateDeletion: path('/desk/templates/deletion'),
  claimsNew: path('/claims/new'),
  claimsSent: path('/claims/sent'),
  claim: path('/claims/:link'),
  mailHook: path('/hooks/mail'),
  admin: path('/admin'),
  adminJson: path('/admin.json'),
  adminAccounts: path('/admin/accounts'),
  adminAccount: path('/admin/accounts/:id/closure'),
  adminRole: path('/admin/accounts/roles/:id/closure'),
  adminClaims: path('/admin/claims'),
  trail: path('/trail'),
  trailCsv: path('/trail.csv'),
  devMails: path('/dev/mail'),
  devMail: path('/dev/mail/:name'),
  devMailHtml: path('/dev/mail/:name/html'),
  guides: path('/guides'),
  guide: path('/guides/:slug'),
  about: path('/about'),
  help: path('/help/search'),
  robots: path('/robots.txt'),
  sitemap: path('/sitemap.xml'),
  sitemapPage: path('/sitemaps/:number{[0-9]+\\.xml}', '.xml'),
  openSearch: path('/opensearch.xml'),
  security: path('/.well-known/security.txt'),
  favicon: path('/favicon.ico'),
  asset: path('/assets/:generation/:path{.+}'),
}

/** `ending` is what every address of the kind ends in where its pattern has it inside a value. */
function path<const Pattern extends string>(pattern: Pattern, ending = ''): Path<Pattern> {
  const made = (...values: readonly string[]): string => {
    const left = [...values]
    return pattern.replace(/:\w+(?:\{[^}]*\})?/g, () => left.shift() ?? '') + ending
  }
  return Object.assign(made, { pattern })
}
