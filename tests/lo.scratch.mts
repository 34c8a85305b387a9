import { testCompositor, newsStyle, RIGID } from "./support/compositor.ts";
import { inventedStories } from "./support/invented-news.ts";
import { officeLines } from "./support/libreoffice.ts";
const c = await testCompositor();
const stories = inventedStories();
const hyphenation={language:"en-us",shortestWord:2,before:2,after:3,ladder:0,capitals:true,lastWord:true} as const;
const t=performance.now();
const theirs=officeLines({stories,measuresPt:[110,130,204],sizePt:9.5,indentPt:9});
console.log("took",performance.now()-t);
[110,130,204].forEach((w,k)=>{
  const style=newsStyle({justification:RIGID,hyphenation});
  const ours=stories.map(s=>s.map(p=>c.compose({runs:[{text:p}],style,widthPt:w}).lines.length).reduce((a,b)=>a+b,0));
  console.log(w,theirs[k].length,ours.map((n,i)=>`${n}/${theirs[k][i]}/${((n/theirs[k][i]-1)*100).toFixed(1)}`).join(" "));
});
