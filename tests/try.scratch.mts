import { readFileSync } from "node:fs";
import { loadHarfBuzz } from "../shared/fit/shaping/harfbuzz.ts";
import { openFonts } from "../shared/fit/shaping/font-book.ts";
import { createCompositor } from "../shared/fit/compose/compositor.ts";
import { loadHyphenators } from "../shared/fit/hyphenate/languages.ts";
import { inventedStory } from "../tests/support/invented-copy.ts";
const hb = await loadHarfBuzz(readFileSync("node_modules/harfbuzzjs/dist/harfbuzz.wasm"));
const dir="/tmp/ff/expo/package/";
const f=(s,p)=>({family:"Source Serif 4",style:s,bytes:readFileSync(dir+p)});
const t0=performance.now();
const book=openFonts(hb,[f("regular","400Regular/SourceSerif4_400Regular.ttf"),f("italic","400Regular_Italic/SourceSerif4_400Regular_Italic.ttf"),f("bold","700Bold/SourceSerif4_700Bold.ttf")]);
console.log("open",performance.now()-t0, book.ok && book.value.faces.map(x=>[x.face.style,x.metrics]));
const hyphenators=await loadHyphenators(["en-us"]);
const c=createCompositor({fonts:book.value,hyphenators});
const style=(composer)=>({face:{family:"Source Serif 4",style:"regular"},sizePt:9.5,leadingPt:10.5,trackingPerMille:0,alignment:"justify",composer,
 justification:{wordSpace:{min:75,desired:100,max:150},letterSpace:{min:-1,desired:0,max:3},glyphScale:{min:98,desired:100,max:102}},
 hyphenation:{language:"en-us",shortestWord:5,before:2,after:3,ladder:3,capitals:true,lastWord:false},indentLeftPt:0,indentRightPt:0,indentFirstPt:9});
const st={s:style("single-line"),o:style("optimum-fit")};
const texts=inventedStory(5,1000).blocks.filter(b=>b.kind==="paragraph").map(b=>b.runs[0].text);
const show=process.argv[2];
if(show){ for(const k of ["s","o"]){const r=c.compose({runs:[{text:texts[0]}],style:st[k],widthPt:130});
 console.log(r.lines.map(l=>`${texts[0].slice(l.start,l.end)}${l.ends==="hyphen"?"-":""}`.padEnd(40)+`${l.ratio.toFixed(2)} ${l.naturalPt.toFixed(2)} ${l.setPt.toFixed(2)}/${l.roomPt} sp ${l.sparePt.toFixed(1)} lack ${l.lackPt?.toFixed(1)} ${JSON.stringify(l.spacing)}`).join("\n"),r.slack,r.troubles)}
 const d=c.draw({runs:[{text:texts[0]}],style:st.o,widthPt:130}); console.log(JSON.stringify(d.lines[0].runs[0].glyphs.slice(0,4)),d.lines.map(l=>l.runs.at(-1).rightPt));
}
for(let round=0;round<6;round++){ const t=inventedStory(50+round,1000).blocks.filter(b=>b.kind==="paragraph").map(b=>b.runs[0].text);
 for(const k of ["s","o"]){ let a=performance.now(); let n=0; for(const x of t) n+=c.compose({runs:[{text:x}],style:st[k],widthPt:130}).lines.length; const b=performance.now(); for(const x of t) c.compose({runs:[{text:x}],style:st[k],widthPt:130}); const d=performance.now();
 let e=0;for(const x of t) e+=c.compose({runs:[{text:x}],style:st[k],widthPt:131}).lines.length; const g=performance.now();
 console.log(k,t.length,n,"cold",(b-a).toFixed(1),"warm",(d-b).toFixed(2),"other measure",(g-d).toFixed(1),JSON.stringify(c.work));}}
