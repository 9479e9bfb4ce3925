/** The page for people who write programs. */
export const developersEn = {
  title: 'For developers',
  description:
    'Use Trialway from your own program: the API of ClinicalTrials.gov, FHIR R4 and R5, and feeds.',
  lead: 'A program that talks to ClinicalTrials.gov can talk to this site. You change its base address and nothing else. No key is needed, and it costs nothing.',
  contents: 'On this page',
  search: {
    title: 'Search, as the registry does',
    lines: (api: string) => [
      `The base address is ${api}. It speaks version 2 of the registry’s API: /studies, /studies/{nctId}, /studies/metadata, /studies/search-areas, /studies/enums, /stats and /version.`,
      'Every search area, operator and filter is understood. An unknown name is refused with a clear text; it is never ignored.',
    ],
  },
  pages: {
    title: 'Page by page',
    lines: () => [
      'Ask again with the nextPageToken of the reply, and leave the rest as it was. The last page has none.',
      'A page has up to 1,000 studies. Without sort a token still works after new records came in. With sort it is refused then, and you begin again: no study is skipped or sent twice.',
    ],
  },
  table: {
    title: 'As a table',
    lines: () => [
      'With format=csv you get the registry’s columns. The first page has the row of names, the next ones have not.',
      'The header x-next-page-token leads to the next page.',
    ],
  },
  change: {
    title: 'How fresh it is',
    lines: () => [
      '/version says when the records were last brought up to date.',
      'Ask for a range of days to get what changed since.',
    ],
  },
  fhir: {
    title: 'FHIR R4 and R5',
    lines: (_api: string, fhir: string) => [
      `The base addresses are ${fhir}/R4 and ${fhir}/R5. Each says in /metadata what it can do, and nothing more.`,
      'A study is a ResearchStudy. Its sites, team, groups and rules are in it. Search by condition, title, status, place and more.',
      'A study whose status is unknown is never called active.',
      'Put them in order by _lastUpdated, date or _score; by title they cannot be. What a study refers to has no address of its own, so nothing is found by protocol or part-of: the reply says that it was not used. With Prefer: handling=strict it is refused.',
    ],
  },
  match: {
    title: 'Studies for one patient',
    lines: () => [
      'Send a Bundle with a Patient and at least one Condition. You get studies in order of fit, each with a score from 0 to 1.',
      'For each rule the reply says: met, not met, unknown, or presumed; and what in the Bundle says so. It is information, not medical advice.',
      'Nothing of what you send is kept or logged.',
    ],
  },
  subscribe: {
    title: 'Be told of studies',
    lines: (_api: string, fhir: string) => [
      'Your program can be told after each import which studies are new or changed, if a search finds them. This is FHIR Subscription: R5, or R4 with the Subscriptions R5 Backport guide.',
      'Your program is called where who runs this site lists your host. Ask them to add it. Mail needs no list.',
      `The one topic is ${fhir}/R5/SubscriptionTopic/studies. Filters are the search parameters of ResearchStudy. The channel is rest-hook, as JSON, or email: empty, id-only or full-resource.`,
      'For email the endpoint is mailto: and one address. Its owner gets a mail with a link and says yes first: until then the status is requested, and after 48 hours off. Mail comes once a day at most and links to the studies; each has a link that stops it. No reply shows the address.',
      'Your host answers a handshake with a status from 200 to 299 first. Only what comes after that is told.',
      'The reply to your POST holds a secret, in the extension owner-token. Keep it: you send it as “Authorization: Bearer …” to read, ask $status or $events, and DELETE.',
      'Each event has a number: 1, 2, 3 and so on. What your host does not take comes again with the same number, less and less often, for 48 hours. Then the subscription is off.',
      'A study that closes is no longer found by a filter on its status. Leave that filter out to hear of it.',
    ],
  },
  feeds: {
    title: 'Feeds',
    lines: () => ['Every search and every medical area is also an Atom feed.'],
  },
  rules: {
    title: 'Good to know',
    lines: (api: string) => [
      `All of it is described for machines in ${api}/openapi.json.`,
      'Pages of other sites may call it from a browser: every reply allows it (CORS).',
      'Who asks very often is told so in the RateLimit headers. Beyond the limit the reply is 429, with the seconds to wait in Retry-After. There is no limit on the machine that runs the site.',
      'Some questions need records to be read: several words side by side in the detailed description, or a whole value such as the name of a site. Then a page may hold fewer studies than you asked for, or none. Go on while there is a nextPageToken, or a link “next” in FHIR: together the pages are complete. FHIR gives no total then, and says so.',
      'Where all of it must be read, to count it or to put it in order of fit, and that takes too long, the reply is 503 with a text that says what to do. Do without countTotal or _total=accurate, or add a condition, a place or a status.',
      'Wrong requests get 400 and a line of text, as at the registry. FHIR gets an OperationOutcome.',
    ],
  },
  differences: {
    title: 'What differs from the registry',
    lines: () => [
      'A full page that is the last one has no nextPageToken. The registry sends one more, empty page.',
      'EXPANSION and COVERAGE are carried out. The registry says that its own are not fully done.',
      'Where an old record has no coordinates, we work them out from the town, and show them.',
      'An age limit that is missing counts as no limit in a range of ages.',
      'Words are found in all their forms, and an illness or a medicine under its other names. Ranking is our own.',
      'Without sort, what is found by words comes in the order of how well it fits, and all else by number, the newest first.',
      'A pageToken is refused with another question, and, in any order but that of the NCT numbers, once the records have changed: no study is left out or given twice. The numbers are the order where there is no query and no sort, only filters.',
      'AREA[Sex](FEMALE OR ALL) means the value ALL. At the registry it lets every study in.',
      'A key of aggFilters that there is none of is refused, and so is filter.synonyms. The registry finds nothing, or has numbers that we do not have.',
      'geoDecay and TILT are read, but change no order.',
      'Earlier versions of a record (/api/int/studies/…/history/0) are those that were imported here, numbered from 0. Each is given whole but for contacts, which may be withdrawn since. Where a version is too large to keep, what changed is listed and wholeFrom says from which one on records are whole.',
    ],
  },
  source:
    'The data is that of ClinicalTrials.gov. Name it as the source, say on which day it was taken, and say what you changed.',
}
