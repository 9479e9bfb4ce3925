/** Words that make a disease's name mean its test, its drugs, a sample or another person. */
export const otherSense =
  /negativ|\banti-?|contraindicat|\bmeds?\b|vaccin|therap|treat|drug|medicat|\btest|sample|specimen|tissue|\bborn|donor|criteria|antigen|antibod|exposure|hospitali[sz]|stable|measurable|respon[sd]|scale|score|index|clinic(?!al)|unit\b|program/i
/** What a person is treated with. */
export const treatedFor =
  /\b(?:(?:being |been |currently |previously )?treated|(?:on |receiving |under )(?:stable |ongoing |current )?(?:treatment|therapy|medication)) (?:with|by)\b/gi
/** "Group 2: patients with diabetes" is asked of that group only. */
export const groupLead =
  /^(?:groups?|cohorts?|arms?|parts?|strat(?:um|a)|phase|stage|sub-?study|step)\b[^:]{0,40}:|^(?:infants?|neonates?|newborns?|children|adolescents?|adults?|wom[ae]n|m[ae]n|(?:fe)?males?|boys?|girls?)\s?:(?=.*\d)|\b(?:cohorts?|arms?|groups?) only\b/i
/** "One or more of smoking, diabetes, age over 40": none of them is asked by itself. */
export const someOf =
  /^\W*(?:any )?(?:one|two|three|any|either|at least (?:one|two|three|\d))(?: or more)? of\b.*,/is
/** Words that let some out of an exclusion. */
export const exception =
  /\b(?:unless|except|excepting|exception|other than|besides|apart from|aside from|with the exception|if|sauf|allowed|permitted)\b/i
/** Words that make a disease narrower, and may be meant for the next one too. */
export const qualifier =
  /\b(?:un(?:controlled|stable|treated|compensated)|(?:poorly|well|not|in?adequately)[- ]controlled|severe|serious|active|symptomatic|recent|acute|chronic|advanced|decompensated|compromised|significant|relevant|major|moderate|mild|prior|previous|requiring|within|despite|including)\b/i
/** Words after which a sentence asks nothing surely. */
export const hedge =
  /\b(?:at least (?:one|two|three|four|\d)|one or more|any of|one of|may|might|(?:can|could) (?:be|participate|enrol\w*|join|take)|preferabl[ey]|recommended|encouraged|allowed|permitted|acceptable|optional|considered|discretion|eligible|e\.g|such as|for example|regardless|irrespective)\b/i
/** Words that turn a requirement round: "Pregnant women are excluded". */
export const outWord = /\b(?:exclu(?:de[ds]?|ding|sion)|ineligible)\b/i
/** Words that say of an exclusion that it is one. */
export const keptOut = /\b(?:not eligible|ineligible|excluded)\b/gi
/** "Patients with PS 2 will be considered": words that let in others. */
export const lettingIn =
  /\b(?:(?:may|can|could|will|would|might) (?:still )?be (?:considered|included|eligible|allowed|enrol\w*|permitted|accepted|acceptable)|(?:are|is) (?:also |still )?(?:allowed|permitted|acceptable|eligible|exempt))\b/i
