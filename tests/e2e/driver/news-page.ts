/** A news page of an invented paper as a person copies it from a browser: the story with everything around it. */
export const NEWS_PAGE = `Skip to main content
The Oldmarsh Ledger
Subscribe
Sign In
News
Sports
Weather
Obituaries

LOCAL

Harbor board sends seawall plan to voters

Oldmarsh would pay over nine years; growers upriver ask who drains the fields

By Ana Ruiz, Jonas Őry and Valley News
Published 9:14 a.m. PT Nov. 22, 2026

Share on Facebook
Share by email

The old wall at low tide on Tuesday, looking east from the quay. (Mara Quill)

OLDMARSH, Wash. — The harbor board voted four to three on Tuesday night to let the town decide whether the seawall of 1911 is rebuilt, ending a year of hearings that filled the old net loft and emptied the coffee urn.

“The sea does not read minutes,” said Ilse Varga, who has run the board since spring. “We have talked for a year, and it has come up the steps four times.”

The plan would raise the wall by four feet from the ferry slip to the cannery, at a cost of $18.4 million.

Advertisement

What it costs

A house of average value would pay about $210 a year for nine years, the town’s auditor, Łucja Čermák, told the meeting. Boats would pay nothing.

Growers upriver fear that a higher wall will hold water on their fields. The board promised a second study of the tide gates before the ballots are printed.

This article originally appeared in The Oldmarsh Ledger.

More from the Ledger
Most Popular
Terms of Service
Privacy Policy
© 2026 The Oldmarsh Ledger. All rights reserved.
`;
