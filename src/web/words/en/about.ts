/** Who we are, where the data comes from, privacy and accessibility. */
export const about = {
  title: 'About and privacy',
  description:
    'Where the data comes from, what we keep about you, and how to use this site your way.',
  what: {
    title: 'What this is',
    lines: [
      'Trialway helps people find medical studies and the teams who run them. It is free and open source.',
      'It gives information, not medical advice. It never says that you can surely join, or what you should take. Only the study team decides who can join.',
    ],
  },
  sources: {
    title: 'Credits and sources',
    lines: [
      'Studies: ClinicalTrials.gov, U.S. National Library of Medicine (NLM). Public data. The texts are the study teams’ own. We add plain words, distances, areas of medicine and marks for what may be out of date. NLM does not endorse this service.',
      'Towns and postcodes: GeoNames, licence CC BY 4.0, with changes.',
      'Country shapes on maps: Natural Earth, public domain.',
      'Names of illnesses: MeSH, U.S. National Library of Medicine; French and everyday names are our own additions.',
      'Maps are drawn with Leaflet (BSD licence); the search suggestions use combobox-nav by GitHub (MIT licence).',
    ],
  },
  privacy: {
    title: 'Privacy',
    lines: [
      'The pages for finding studies set no cookies and keep nothing in your browser.',
      'Nothing on them is loaded from another company: no fonts, no maps, no counters, no advertisements.',
      'We do not keep what you search for. The words of a search stand in its address, so they stay in the history of your own browser.',
      '“Use my location” asks your browser first. The location is rounded to about one kilometre and is used only for your own search.',
      'Links to other sites do not tell them which page you came from.',
    ],
  },
  accessibility: {
    title: 'Accessibility',
    lines: [
      'This site is made to meet WCAG 2.2, level AA. It works without JavaScript, with a keyboard, with a screen reader, at 400% zoom and on a narrow phone.',
      'It follows your settings for dark colours, more contrast and less movement.',
      'The studies’ own texts are shown as their teams wrote them. Many are in English only and hard to read. We put plain words and explained terms beside them.',
      'If something does not work for you, that is a fault: please tell the people who run this site.',
    ],
  },
  limits: {
    title: 'What to be careful with',
    lines: [
      'A study’s page can be out of date. We show when its team last confirmed it, and mark studies that say they are open but have not confirmed this for two years.',
      'Distances are straight lines to the middle of a town or postcode, not to the door.',
      'Not every study in the world is in this registry.',
    ],
  },
}
