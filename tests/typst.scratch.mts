import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { readFileSync } from "node:fs";
const font = readFileSync("node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf");
const c = NodeCompiler.create({ fontArgs: [{ fontBlobs: [font] }] , workspace: "/tmp"});
const src = (mode:string)=>`#set page(width: 200pt, height: auto, margin: 0pt)
#set text(font: "Source Serif 4", size: 9.5pt, hyphenate: true, lang: "en", region: "us", top-edge: 9.5pt, bottom-edge: 0pt)
#set par(justify: true, linebreaks: "${mode}", leading: 0pt, spacing: 0pt)
#context [#metadata((v: sys.version, h: measure(block(width: 130pt)[The harbor board quietly dropped the seawall plan after a long night without debate, for the third time this year.]).height / 9.5pt)) <m>]
`;
for (const m of ["simple","optimized"]) { const t=performance.now(); console.log(JSON.stringify(c.query({mainFileContent: src(m)}, {selector:"<m>", field: "value"})), performance.now()-t); c.evictCache(0);}
