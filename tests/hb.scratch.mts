import { testCompositor, newsStyle, fontPath } from "./support/compositor.ts";
import { inventedStories } from "./support/invented-news.ts";
import { shapedWidths } from "./support/hb-shape.ts";
const c = await testCompositor();
for (const composer of ["single-line","optimum-fit"] as const) {
const style=newsStyle({composer});
const lines=inventedStories().slice(0,18).flat().flatMap(text=>c.compose({runs:[{text}],style,widthPt:118}).lines.map(l=>({w:l.naturalPt,t:text.slice(l.start,l.end).trimEnd()+(l.ends==="hyphen"?"-":"")})));
const t=performance.now();
const ws=shapedWidths(fontPath("SourceSerif4","regular"),lines.map(l=>l.t));
let bad=0,max=0;
lines.forEach((l,i)=>{const d=l.w-ws[i]*9.5/1000; max=Math.max(max,Math.abs(d)); if(Math.abs(d)>1e-6&&bad++<12)console.log(l.t,l.w,ws[i]*9.5/1000)});
console.log(lines.length,bad,max,performance.now()-t);}
