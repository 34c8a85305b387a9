import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASE_STYLES, changeCase, charactersOf, namesIn, type CaseStyle } from "#shared/style/case/index.ts";
import { anyStoryText } from "#tests/support/any-story.ts";

function inCase(text: string, style: CaseStyle): string {
  return changeCase(text, style).join("");
}

describe("Title case", () => {
  it.each([
    ["the quick brown fox jumps over the lazy dog", "The Quick Brown Fox Jumps Over the Lazy Dog"],
    ["a storm with no end in sight", "A Storm With No End in Sight"],
    ["what the vote is for", "What the Vote Is For"],
    ["mayor, council agree on budget that nobody likes", "Mayor, Council Agree on Budget That Nobody Likes"],
    ["up from the ashes", "Up From the Ashes"],
    [
      "state-of-the-art ferry runs into long-term trouble",
      "State-of-the-Art Ferry Runs Into Long-Term Trouble",
    ],
    ["mother-in-law’s well-being", "Mother-in-Law’s Well-Being"],
    ["they don’t, won't and can’t", "They Don’t, Won't and Can’t"],
    ["o’brien and d'angelo meet", "O’Brien and D'Angelo Meet"],
    ["rock ’n’ roll is here to stay", "Rock ’n’ Roll Is Here To Stay"],
    ["’twas the night", "’Twas the Night"],
    ["McDonald sells iPhone stake to NATO ally", "McDonald Sells iPhone Stake to NATO Ally"],
    ["mcdonald wins", "McDonald Wins"],
    ["the u.s. and the U.K. talk", "The U.S. and the U.K. Talk"],
    ["at 10 a.m. in the harbor", "At 10 a.m. in the Harbor"],
    ["harbor plan: a history of delay", "Harbor Plan: A History of Delay"],
    ["what it’s for: the seawall", "What It’s For: The Seawall"],
    ["is it over? the board says no", "Is It Over? The Board Says No"],
    [
      "write to desk@example.org or see www.example.org/a-b today",
      "Write to desk@example.org or See www.example.org/a-b Today",
    ],
    ["“the” is a word", "“The” Is a Word"],
    ["5 things to do in the 1990s", "5 Things To Do in the 1990s"],
    ["bush vs. the state", "Bush vs. the State"],
    ["économie: l’école d’été", "Économie: L’École D’Été"],
    ["ǆungla and ßilly", "ǅungla and Ssilly"],
    ["of", "Of"],
    ["", ""],
  ])("sets “%s” as “%s”", (text, titled) => {
    expect(inCase(text, "title")).toBe(titled);
  });

  it.each([
    ["MAYOR SIGNS SEAWALL BILL OVER THE NIGHT", "Mayor Signs Seawall Bill Over the Night"],
    ["NATO AND FBI MEET O’BRIEN AND MCDONALD", "NATO and FBI Meet O’Brien and McDonald"],
    ["WORLD WAR II IN THE U.S.", "World War II in the U.S."],
  ])("knows that capitals throughout are no names: “%s” is “%s”", (text, titled) => {
    expect(inCase(text, "title")).toBe(titled);
  });
});

describe("AP title case", () => {
  // Source: AP Stylebook, "composition titles", with its own examples of infinitives and phrasal verbs.
  it.each([
    ["what to look for in a mate", "What To Look For in a Mate"],
    ["turn off the lights in silence", "Turn Off the Lights in Silence"],
    ["living with both feet off the ground", "Living With Both Feet off the Ground"],
    ["what i want to be when i grow up", "What I Want To Be When I Grow Up"],
    ["a life of eating chocolate for stamina", "A Life of Eating Chocolate for Stamina"],
    ["students return to school", "Students Return to School"],
    ["mayor heads to court", "Mayor Heads to Court"],
    ["from vote to vote", "From Vote to Vote"],
    ["council to boldly go", "Council To Boldly Go"],
    ["trip to the moon", "Trip to the Moon"],
    ["police carried out raid", "Police Carried Out Raid"],
    ["firm shutting down, opting in", "Firm Shutting Down, Opting In"],
    ["man falls off bridge in fog", "Man Falls off Bridge in Fog"],
    ["plan put on hold", "Plan Put on Hold"],
    ["how to win friends and influence people", "How To Win Friends and Influence People"],
    ["to be or not to be", "To Be or Not To Be"],
    ["what dreams are made of", "What Dreams Are Made Of"],
    ["a room with a view", "A Room With a View"],
    ["of mice and men", "Of Mice and Men"],
    ["the man who came in from the cold", "The Man Who Came in From the Cold"],
    ["nowhere to go but up", "Nowhere To Go but Up"],
    ["bridge over the river", "Bridge Over the River"],
    ["voters turn out for mayor", "Voters Turn Out for Mayor"],
    ["governor to sign off on bill", "Governor To Sign Off on Bill"],
    ["team picks up win", "Team Picks Up Win"],
    ["council puts off vote", "Council Puts Off Vote"],
    ["police shut down road", "Police Shut Down Road"],
    ["state-run, long-term care", "State-Run, Long-Term Care"],
    ["follow-up on break-in at drive-in", "Follow-Up on Break-In at Drive-In"],
    ["sit-in at city hall", "Sit-In at City Hall"],
    ["a well-to-do man-about-town", "A Well-to-Do Man-About-Town"],
    ["x-ray of e-bike", "X-Ray of E-Bike"],
    ["re-election bid", "Re-Election Bid"],
    ["21st-century mom-and-pop shop", "21st-Century Mom-and-Pop Shop"],
    ["iPhone sales slump", "iPhone Sales Slump"],
    ["eBay buys iRobot", "eBay Buys iRobot"],
    ["why iPhone", "Why iPhone"],
    ["McDonald beats O'Neill", "McDonald Beats O'Neill"],
    ["o'neill and mcdonald", "O'Neill and McDonald"],
    ["AT&T and R&B", "AT&T and R&B"],
    ["at&t cuts jobs", "AT&T Cuts Jobs"],
    ["u.s. and u.n. agree", "U.S. and U.N. Agree"],
    ["the u.s.-china deal", "The U.S.-China Deal"],
    ["anti-u.s. rally", "Anti-U.S. Rally"],
    ["5 a.m. call: what to know", "5 a.m. Call: What To Know"],
    ["7-eleven to open", "7-Eleven To Open"],
    ["the '90s are back", "The '90s Are Back"],
    ["'the crown' returns", "'The Crown' Returns"],
    ["mayor: 'a day for the city'", "Mayor: 'A Day for the City'"],
    ["mayor says 'the end' is near", "Mayor Says 'The End' Is Near"],
    ["mayor says “a new day” is near", "Mayor Says “A New Day” Is Near"],
    ["review of 'the sound and the fury'", "Review of 'The Sound and the Fury'"],
    ["COVID-19 in the USA", "COVID-19 in the USA"],
    ["k-12 schools", "K-12 Schools"],
    ["1st in the nation", "1st in the Nation"],
    ["the 1st and the 2nd", "The 1st and the 2nd"],
    ["$5M deal", "$5M Deal"],
    ["100m dash", "100m Dash"],
    ["vitamin d", "Vitamin D"],
    ["is it art?", "Is It Art?"],
    ["because it is", "Because It Is"],
    ["than, that, this, from, with, over, into, upon", "Than, That, This, From, With, Over, Into, Upon"],
    ["ready as ever: as if", "Ready as Ever: As If"],
    ["yet another storm", "Yet Another Storm"],
    ["so far, so good", "So Far, So Good"],
    ["nor any drop", "Nor Any Drop"],
    ["neither here nor there", "Neither Here nor There"],
    ["mother's day: it's on", "Mother's Day: It's On"],
    ["y'all come back", "Y'all Come Back"],
    ["he's back, i'm not", "He's Back, I'm Not"],
    ["i am", "I Am"],
    ["what am i?", "What Am I?"],
    ["black lives matter protesters march — and win", "Black Lives Matter Protesters March — and Win"],
    ["storm hits coast; a town digs out", "Storm Hits Coast; a Town Digs Out"],
    ["storm; the aftermath", "Storm; the Aftermath"],
    ["dr. smith v. jones co.", "Dr. Smith v. Jones Co."],
    ["roe v. wade", "Roe v. Wade"],
    ["st. louis vs. mt. vernon", "St. Louis vs. Mt. Vernon"],
    ["de gaulle in paris", "De Gaulle in Paris"],
    ["vice president at-large", "Vice President At-Large"],
    ["mid-'90s hits", "Mid-'90s Hits"],
    ["off-broadway", "Off-Broadway"],
    ["on-the-job training", "On-the-Job Training"],
    ["in-law suit", "In-Law Suit"],
    ["e.g. this", "e.g. This"],
    ["#metoo and @mayor", "#metoo and @mayor"],
    ["win/loss record", "Win/Loss Record"],
    ["and/or", "And/Or"],
    ["he/she", "He/She"],
    ["(the end)", "(The End)"],
    ["the story (and the glory)", "The Story (and the Glory)"],
    ["rock 'n' roll", "Rock 'n' Roll"],
    ["'tis the season", "'Tis the Season"],
    ["go get 'em", "Go Get 'Em"],
    ["back o' the bus", "Back o' the Bus"],
    ["o'clock news at six", "O'Clock News at Six"],
    ["at six o'clock", "At Six O'Clock"],
    ["d-day at l.a. beach", "D-Day at L.A. Beach"],
    ["ph.d. holders", "Ph.D. Holders"],
    ["ph.d.s", "Ph.D.s"],
    ["world war II vets", "World War II Vets"],
    ["plan b to go on", "Plan B To Go On"],
    ["what's it to you?", "What's It to You?"],
    ["bed, bath and beyond", "Bed, Bath and Beyond"],
    ["via rail", "Via Rail"],
    ["cost per mile", "Cost per Mile"],
    ["a tale of two cities… and a fire", "A Tale of Two Cities… and a Fire"],
    ["“yes,” she said. “no.”", "“Yes,” She Said. “No.”"],
  ])("sets “%s” as “%s”", (text, titled) => {
    expect(inCase(text, "title")).toBe(titled);
  });
});

describe("Sentence case", () => {
  it.each([
    ["The Quick Brown Fox. The Lazy Dog!", "The quick brown fox. The lazy dog!"],
    ["GATES SHUT AT 10 A.M. IN THE U.S.", "Gates shut at 10 a.m. in the U.S."],
    ["MAYOR SIGNS BILL. COUNCIL CHEERS.", "Mayor signs bill. Council cheers."],
    ["McDonald and NATO Sign With The U.S. On Monday", "McDonald and NATO sign with the U.S. on Monday"],
    ["He Said I’m Late And I Know It", "He said I’m late and I know it"],
    ["Dr. Smith Went To St. Louis", "Dr. Smith went to St. Louis"],
    ["Wait... What Now? Yes", "Wait... what now? Yes"],
    ["“The End,” She Said", "“The end,” she said"],
    ["See WWW.Example.org/Path Now", "See WWW.Example.org/Path now"],
  ])("sets “%s” as “%s”", (text, sentence) => {
    expect(inCase(text, "sentence")).toBe(sentence);
  });
});

describe("Sentence case and names", () => {
  it.each([
    ["Mayor Signs Bill On Monday In New York", "Mayor signs bill on Monday in New York"],
    ["WHITE HOUSE HOSTS U.S. ENVOY IN JANUARY", "White House hosts U.S. envoy in January"],
    ["World War II Vets Gather In Texas", "World War II vets gather in Texas"],
    ["Council Votes 5-4 On French Bread", "Council votes 5-4 on French bread"],
    ["Gov. Lind And Mr. Moreno March In March", "Gov. Lind and Mr. Moreno march in March"],
    ["May Day In May May Fall Out", "May day in May may fall out"],
    ["St. Louis Opens Main St. Lanes", "St. Louis opens main st. lanes"],
    ["It’s Over — And Done", "It’s over — and done"],
    ["The G20 Gets $5M; COVID-19 Stays", "The G20 gets $5M; COVID-19 stays"],
  ])("keeps those that are known: “%s” is “%s”", (text, sentence) => {
    expect(inCase(text, "sentence")).toBe(sentence);
  });

  it("keeps those that the copy tells, and no word that the copy writes small", () => {
    const names = namesIn([
      "The ferry left Alder Quay late, Dana O’Keefe said. Alder Quay’s pier is closed.",
      "Council members, and the Harbor Council, met. So did the harbor patrol and a council.",
    ]);
    expect([...names].toSorted()).toEqual(["Alder", "Dana", "O’Keefe", "Quay"]);
    expect(changeCase("ALDER QUAY PIER CLOSED, HARBOR COUNCIL SAYS", "sentence", names).join("")).toBe(
      "Alder Quay pier closed, harbor council says",
    );
    expect(changeCase("Dana’s Ferry Leaves Alder Quay’s Pier", "sentence", names).join("")).toBe(
      "Dana’s ferry leaves Alder Quay’s pier",
    );
  });
});

describe("Letters whose number changes", () => {
  it.each([
    ["straße", "upper", "STRASSE"],
    ["İstanbul", "lower", "i̇stanbul"],
    ["ΟΔΥΣΣΕΥΣ ΣΑΣ", "lower", "οδυσσευς σας"],
    ["ﬁnd", "upper", "FIND"],
    ["ŉ", "upper", "ʼN"],
  ] as const)("turn “%s” into the right %s case", (text, style, changed) => {
    expect(inCase(text, style)).toBe(changed);
  });
});

/** What is left of a text when its case is taken away. */
function withoutCase(text: string): string {
  return text.toUpperCase().toLowerCase().toUpperCase().normalize("NFKD");
}

const anyCasedText = fc
  .array(
    fc.oneof(
      anyStoryText,
      fc.constantFrom(
        "ß",
        "ẞ",
        "İ",
        "ı",
        "Σ",
        "σ",
        "ς",
        "ΑΣ",
        "ﬁ",
        "ŉ",
        "ǆ",
        "ǰ",
        "ΐ",
        "K",
        " the ",
        "McDonald",
        "NATO",
        "-",
        "’",
        ": ",
        ". ",
      ),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join(""));

describe("Whatever the text", () => {
  it("only the case of its letters changes, one piece for each character", () => {
    fc.assert(
      fc.property(anyCasedText, fc.constantFrom(...CASE_STYLES), (text, style) => {
        const letters = charactersOf(text);
        const pieces = changeCase(text, style);
        expect(pieces).toHaveLength(letters.length);
        for (const [at, letter] of letters.entries()) {
          expect(withoutCase(pieces[at] ?? "")).toBe(withoutCase(letter));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("passes over what is cased and to be ignored at once, when a sigma looks for the end of its word", () => {
    expect(inCase("ΑΣ\u{1E030}", "lower")).toBe("ας\u{1E030}");
    expect(inCase("ΑΣ\u{1E030}Α", "lower")).toBe("ασ\u{1E030}α");
  });

  it("upper and lower are those of Unicode", () => {
    fc.assert(
      fc.property(anyCasedText, (text) => {
        expect(inCase(text, "upper")).toBe(text.toUpperCase());
        expect(inCase(text, "lower")).toBe(text.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });
});
