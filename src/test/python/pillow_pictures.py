"""Writes small pictures of every kind that is read, and what Pillow 12 makes of them.

    python pillow_pictures.py src/test/resources/org/eccexplorer/dataset/pictures
"""

import os
import struct
import sys
import zlib

import numpy as np
from PIL import Image
out=sys.argv[1]; os.makedirs(out,exist_ok=True)
n=16
y,x=np.mgrid[0:n,0:n]
smooth=np.stack([x*15+10,y*15+8,(x+y)*7+20],-1).astype(np.uint8)
rgb=Image.fromarray(smooth)
grey=Image.fromarray(smooth[...,0]//2+smooth[...,1]//2)
alpha=Image.fromarray(((x*37+y*11)%256).astype(np.uint8))
exp={}
def save(name,img,**kw):
    p=os.path.join(out,name); img.save(p,**kw)
    with Image.open(p) as im: 
        mode=im.mode; exp[name]=np.asarray(im.convert("RGB")); print(name,mode,im.size,exp[name].shape,exp[name][3,5])
rgba=rgb.copy(); rgba.putalpha(alpha)
la=grey.copy(); la.putalpha(alpha)
save("rgb.png",rgb); save("rgba.png",rgba); save("la.png",la); save("l.png",grey)
save("one.png",grey.convert("1"))
pal=rgb.quantize(32); save("palette.png",pal)
save("palette-alpha.png",pal,transparency=3)
save("palette.gif",pal); save("palette.bmp",pal); save("palette4.png",rgb.quantize(7),bits=4)
g16=Image.fromarray((y*4000+x*137).astype(np.uint16)); save("grey16.png",g16)
save("grey16.tif",g16)
# 16-bit rgb png by hand
def png16(p,a,ct):
    def ch(t,d): return struct.pack(">I",len(d))+t+d+struct.pack(">I",zlib.crc32(t+d))
    raw=b"".join(b"\0"+r.astype(">u2").tobytes() for r in a)
    open(p,"wb").write(b"\x89PNG\r\n\x1a\n"+ch(b"IHDR",struct.pack(">IIBBBBB",a.shape[1],a.shape[0],16,ct,0,0,0))+ch(b"IDAT",zlib.compress(raw))+ch(b"IEND",b""))
def known(name):
    with Image.open(os.path.join(out,name)) as im:
        exp[name]=np.asarray(im.convert("RGB")); print(name,im.mode,im.size,exp[name][3,5])
a16=(smooth.astype(np.uint16)*251+77)
png16(os.path.join(out,"rgb16.png"),a16,2); known("rgb16.png")
png16(os.path.join(out,"rgba16.png"),np.concatenate([a16,(alpha_:=np.asarray(alpha).astype(np.uint16)*257)[...,None]],-1),6); known("rgba16.png")
cmyk=rgb.convert("CMYK"); ca=np.array(cmyk); ca[...,3]=x*6; cmyk=Image.fromarray(ca,"CMYK")
save("cmyk.jpg",cmyk,quality=100,subsampling=0); save("cmyk.tif",cmyk)
save("rgb.jpg",rgb,quality=100,subsampling=0); save("l.jpg",grey,quality=100)
ex=Image.Exif(); ex[0x112]=6
save("rotated.jpg",rgb,quality=100,subsampling=0,exif=ex)
for o in range(2,9):
    e2=Image.Exif(); e2[0x112]=o; save("turned%d.tif"%o,rgb,exif=e2)
save("rotated.webp",rgb,lossless=True,exif=ex)
save("lossless.webp",rgb,lossless=True); save("lossless-alpha.webp",rgba,lossless=True,exact=True)
save("lossy.webp",rgb,quality=95); save("lossy-alpha.webp",rgba,quality=95)
save("raw.tif",rgb); save("lzw.tif",rgb,compression="tiff_lzw"); save("deflate.tif",rgb,compression="tiff_adobe_deflate")
save("jpeg.tif",rgb,compression="jpeg",quality=100); save("packbits.tif",grey,compression="packbits")
save("rgba.tif",rgba); save("palette.tif",pal); save("one.tif",grey.convert("1"),compression="group4")
save("p6.ppm",rgb); save("p5.pgm",grey); save("p4.pbm",grey.convert("1"))
open(os.path.join(out,"p3.ppm"),"w").write("P3\n# comment\n%d %d\n255\n"%(n,n)+"\n".join(" ".join(map(str,r.reshape(-1))) for r in smooth)+"\n"); known("p3.ppm")
open(os.path.join(out,"p2.pgm"),"w").write("P2\n%d %d\n255\n"%(n,n)+"\n".join(" ".join(map(str,r)) for r in np.asarray(grey))+"\n"); known("p2.pgm")
open(os.path.join(out,"p6-100.ppm"),"wb").write(b"P6\n%d %d\n100\n"%(n,n)+np.minimum(smooth//3,100).astype(np.uint8).tobytes()); known("p6-100.ppm")
open(os.path.join(out,"p5-16.pgm"),"wb").write(b"P5\n%d %d\n65535\n"%(n,n)+(y*4000+x*137).astype(">u2").tobytes()); known("p5-16.pgm")
np.savez_compressed(os.path.join(out,"expected.npz"),**{k.replace('.','_'):v for k,v in exp.items()})
