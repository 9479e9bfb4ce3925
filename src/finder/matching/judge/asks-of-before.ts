/**
 * Whether a criterion asks of a value at any time before, which that of today does not settle: "history of LVEF < 40%",
 * "fever > 38 °C in the last 48 hours". A laboratory value "within 14 days prior to enrolment" is that of the screening.
 * Rule `value-of-before@1`.
 */
export function asksOfBefore(text: string): boolean {
  return ofBefore.test(text.replace(ofScreening, ' '))
}

const ofScreening =
  /\b(?:within|in|during|over|obtained|taken|performed|measured|at|for)[^.;,]{0,30}?\b(?:\d+|two|three|four|one|seven|fourteen) ?(?:\(\d+\) )?(?:hours?|days?|weeks?|month) (?:prior to|before|of|preceding|from) (?:the )?(?:\w+ ){0,3}?(?:study|screen\w*|enrol\w*|random\w*|inclusion|first|registration|baseline|treatment|visit|entry|dos\w+|start|initiation|allocation|surgery|consent|cycle|day)\b/gi
const ofBefore =
  /\b(?:histor(?:y|ical|ically)|previous(?:ly)?|prior(?! to (?:the )?(?:study|screen|enrol|random|inclusion|first|registration|baseline|treatment|visit|entry|dos|start|initiation|consent|cycle|day))|ever|at any (?:time|point)|lowest|highest|nadir|peak|worst|documented|since|(?:within|in|during|over|for) (?:the )?(?:last|past|previous|preceding)|within (?:the )?\d+|episodes?|recurrent|repeated(?:ly)?|antécédents?)\b/i
