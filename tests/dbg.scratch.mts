import { testCompositor, newsStyle } from "./support/compositor.ts";
const c = await testCompositor();
const o={runs:[{text:"https://example.org/a/b ",sizePt:8.1}],style:newsStyle({alignment:"left",trackingPerMille:15,indentLeftPt:20,indentFirstPt:0}),widthPt:90,dropCap:{lines:2,characters:1,face:newsStyle().face,gapPt:2}};
const r=c.compose(o), d=c.draw(o);
r.lines.forEach((l,i)=>console.log(JSON.stringify(r.text.slice(l.start,l.end)),l.ends,l.setPt,d.lines[i].runs.at(-1)!.rightPt-l.leftPt, d.lines[i].runs.flatMap(x=>x.glyphs.map(g=>g.text+g.advancePt.toFixed(3))).join(" ")));
const s=c.settingOf(o); console.log(Array.from(s.copy.unsafe).join(""),Array.from(s.copy.glyphPt.slice(1)).map((x,i)=>(x-s.copy.glyphPt[i]).toFixed(3)).join(" "));
for (const [o2] of [[{runs:[{text:"https://example.org/a/b ",sizePt:8.322380874829959}],style:newsStyle({alignment:"left",indentLeftPt:20,indentFirstPt:0}),widthPt:90,dropCap:{lines:2,characters:1,face:newsStyle().face,gapPt:2}}],[{runs:[{text:"3-year-old und­er­stand ",capitals:"all",marks:["subscript"]}],style:newsStyle({indentLeftPt:9,indentFirstPt:0}),widthPt:90,dropCap:{lines:2,characters:1,face:newsStyle().face,gapPt:2}}],[{runs:[{text:"שלום\t👩‍👩‍👧 ",sizePt:12.9}],style:newsStyle({alignment:"left",trackingPerMille:15,indentLeftPt:9}),widthPt:90}]] as any) {
const r=c.compose(o2), d=c.draw(o2);
r.lines.forEach((l,i)=>console.log(JSON.stringify(r.text.slice(l.start,l.end)),l.ends,l.setPt,d.lines[i].runs.at(-1)!.rightPt-l.leftPt, d.lines[i].runs.flatMap(x=>x.glyphs.map(g=>g.text+g.advancePt.toFixed(3))).join(" ")));
const s=c.settingOf(o2); console.log(Array.from(s.copy.unsafe).join(""),Array.from(s.copy.glyphPt.slice(1)).map((x,i)=>(x-s.copy.glyphPt[i]).toFixed(3)).join(" "));
}
