"""Makes the NIR files of the tests with the nir package, and what they do by a plain loop in PyTorch."""
import sys

import nir, numpy as np, torch, h5py
import torch.nn.functional as F
OUT = sys.argv[1] + '/'  # src/test/resources/org/eccexplorer/nir
rng=np.random.default_rng(1)
def w(*s): return (rng.normal(size=s)/np.sqrt(np.prod(s[1:]) if len(s)>1 else 4)).astype(np.float32)
def IF(shape,theta=1.0,r=1.0): return nir.IF(r=np.full(shape,r,np.float32),v_threshold=np.full(shape,theta,np.float32))
def conv(shape,wt,b,s=1,p=0,d=1,g=1):
    return nir.Conv2d(input_shape=shape,weight=wt,stride=s,padding=p,dilation=d,groups=g,bias=b)
def write(name,graph,version=None):
    nir.write(OUT+name+'.nir',graph,compression_opts=4)
    if version:
        with h5py.File(OUT+name+'.nir','a') as f:
            del f['version']; f.create_dataset('version',data=version,dtype=h5py.string_dtype())
def apply(node,x):
    n=type(node).__name__
    t=lambda a: torch.tensor(np.asarray(a,dtype=np.float32))
    if n=='Affine': return x@t(node.weight).T+t(node.bias)
    if n=='Linear': return x@t(node.weight).T
    if n=='Scale': return x*t(node.scale)
    if n=='Conv2d':
        p=node.padding if isinstance(node.padding,str) else tuple(int(v) for v in np.atleast_1d(node.padding))
        return F.conv2d(x,t(node.weight),t(node.bias),tuple(int(v) for v in np.atleast_1d(node.stride)),p,tuple(int(v) for v in np.atleast_1d(node.dilation)),int(node.groups))
    if n=='Conv1d': return F.conv1d(x,t(node.weight),t(node.bias),int(node.stride),int(node.padding),int(node.dilation),int(node.groups))
    if n in('SumPool2d','AvgPool2d'):
        k=tuple(int(v) for v in node.kernel_size); y=F.avg_pool2d(x,k,tuple(int(v) for v in node.stride),tuple(int(v) for v in node.padding))
        return y*(k[0]*k[1]) if n=='SumPool2d' else y
    if n=='Flatten': return x.flatten(1)
    if n in('Input','Output'): return x
    if n=='I': return x*t(node.r)
    raise ValueError(n)
def flat(graph,prefix=''):
    nodes,edges={},[]
    bord={}
    for k,v in graph.nodes.items():
        if isinstance(v,nir.NIRGraph):
            n2,e2,b2=flat(v,prefix+k+'/'); nodes.update(n2); edges+=e2
            i=[a for a,b in v.nodes.items() if isinstance(b,nir.Input)][0]; o=[a for a,b in v.nodes.items() if isinstance(b,nir.Output)][0]
            bord[k]=(prefix+k+'/'+i,prefix+k+'/'+o)
        else: nodes[prefix+k]=v
    for a,b in graph.edges: edges.append((bord[a][1] if a in bord else prefix+a, bord[b][0] if b in bord else prefix+b))
    return nodes,edges,bord
def run(name,graph,T=16,N=3,subtract=False):
    nodes,edges,_=flat(graph)
    inp=[k for k,v in nodes.items() if isinstance(v,nir.Input) and not any(b==k for a,b in edges)][0]
    x=torch.tensor(rng.random((N,*[int(v) for v in nodes[inp].input_type['input']])).astype(np.float32))
    order=[];left=dict(nodes)
    while left:
        for k in list(left):
            if all(a in order for a,b in edges if b==k): order.append(k); left.pop(k)
    V={};C={};out=0
    for t in range(T):
        val={}
        for k in order:
            src=[val[a] for a,b in edges if b==k]
            i=x if k==inp else sum(src[1:],src[0])
            node=nodes[k]
            if isinstance(node,nir.IF):
                th=torch.tensor(np.asarray(node.v_threshold,np.float32)); v=V.get(k,torch.zeros_like(i))+i
                s=(v>th).float(); V[k]=v-s*th if subtract else v*(1-s); C[k]=C.get(k,0)+s; val[k]=s
            else: val[k]=apply(node,i)
        o=[k for k,v in nodes.items() if isinstance(v,nir.Output) and not any(a==k for a,b in edges)][0]
        out=out+val[o]
    xs=x.numpy()
    if xs.ndim==4: pass
    d={'x':xs,'outputs':out.numpy().reshape(N,-1)}
    for i,k in enumerate([k for k in order if k in C]): d['count%d'%i]=C[k].numpy()
    np.savez_compressed(OUT+name+'.io.npz',**d)
    print(name,[float(C[k].sum()) for k in C])
# 1 convolutions, average pooling, flatten, affine
g=nir.NIRGraph.from_list(nir.Input(np.array([2,8,8])),conv((8,8),2*w(4,2,3,3),w(4)*.3,1,1),IF((4,8,8)),nir.AvgPool2d(np.array([2,2]),np.array([2,2]),np.array([0,0])),conv((4,4),3*w(6,4,3,3),w(6)*.2,2,1),IF((6,2,2),.8),nir.Flatten(start_dim=0,end_dim=-1,input_type={'input':np.array([6,2,2])}),nir.Affine(w(5,24),w(5)))
write('pooled',g); run('pooled',g)
write('pooled_1_0_5',g,'1.0.5'); run('pooled_1_0_5',g,subtract=True)
# 2 sum pooling with padding, groups, dilation, "same"
nodes={'input':nir.Input(np.array([2,7,9])),'c1':nir.Conv2d(input_shape=(7,9),weight=2*w(4,2,3,3),stride=1,padding='same',dilation=1,groups=1,bias=w(4)*.2),'n1':IF((4,7,9)),'p':nir.SumPool2d(np.array([3,3]),np.array([2,2]),np.array([1,1])),'c2':nir.Conv2d(input_shape=(4,5),weight=w(3,4,2,2),stride=np.array([1,2]),padding=np.array([1,0]),dilation=np.array([2,1]),groups=1,bias=w(3)),'n2':IF((3,4,2),2.0),'f':nir.Flatten(start_dim=0,end_dim=-1,input_type={'input':np.array([3,4,2])}),'a':nir.Linear(w(4,24)),'output':nir.Output(np.array([4]))}
g=nir.NIRGraph(nodes,[('input','c1'),('c1','n1'),('n1','p'),('p','c2'),('c2','n2'),('n2','f'),('f','a'),('a','output')])
write('summed',g); run('summed',g)
# 3 residual with a graph within the graph, per-channel thresholds, integrator
inner=nir.NIRGraph({'i':nir.Input(np.array([3,5,5])),'c':conv((5,5),w(3,3,3,3),w(3)*.2,1,1),'o':nir.Output(np.array([3,5,5]))},[('i','c'),('c','o')])
th=np.ones((3,5,5),np.float32)*np.array([.5,1,1.5],np.float32)[:,None,None]
nodes={'input':nir.Input(np.array([1,5,5])),'c1':conv((5,5),3*w(3,1,3,3),w(3)*.2,1,1),'n1':IF((3,5,5)),'block':inner,'n2':nir.IF(r=np.ones((3,5,5),np.float32),v_threshold=th),'f':nir.Flatten(start_dim=0,end_dim=-1,input_type={'input':np.array([3,5,5])}),'a':nir.Affine(w(4,75),w(4)),'out':nir.I(r=np.ones(4,np.float32)),'output':nir.Output(np.array([4]))}
g=nir.NIRGraph(nodes,[('input','c1'),('c1','n1'),('n1','block'),('block','n2'),('n1','n2'),('n2','f'),('f','a'),('a','out'),('out','output')],type_check=False)
write('residual',g); run('residual',g)
# 4 vectors, r = 1e4, a firing output, scale
g=nir.NIRGraph.from_list(nir.Input(np.array([6])),nir.Affine(2*w(8,6),w(8)),IF((8,),1.0,1e4),nir.Scale(np.full(8,.5,np.float32)),nir.Affine(3*w(3,8),w(3)*.2),IF((3,),1.0,1e4))
write('vectors',g); run('vectors',g)
# 5 sequences
nodes={'input':nir.Input(np.array([2,10])),'c':nir.Conv1d(input_shape=10,weight=2*w(3,2,3),stride=1,padding=1,dilation=1,groups=1,bias=w(3)*.3),'n':IF((3,10)),'f':nir.Flatten(start_dim=0,end_dim=-1,input_type={'input':np.array([3,10])}),'a':nir.Affine(w(3,30),w(3)),'output':nir.Output(np.array([3]))}
g=nir.NIRGraph(nodes,[('input','c'),('c','n'),('n','f'),('f','a'),('a','output')],type_check=False)
write('sequence',g); run('sequence',g)
# bad ones
def small(neuron=None,**kw):
    return {'input':nir.Input(np.array([4])),'a':nir.Affine(w(3,4),w(3)),'n':neuron or IF((3,)),'b':nir.Affine(w(2,3),w(2)),'output':nir.Output(np.array([2]))}
E=[('input','a'),('a','n'),('n','b'),('b','output')]
write('bad_lif',nir.NIRGraph(small(nir.LIF(tau=np.full(3,.1),r=np.ones(3),v_leak=np.zeros(3),v_threshold=np.ones(3))),E,type_check=False))
n=small(); n['rec']=nir.Affine(w(3,3),w(3))
write('bad_cycle',nir.NIRGraph(n,E+[('n','rec'),('rec','n')],type_check=False))
write('bad_missing_node',nir.NIRGraph(small(),E+[('n','nowhere')],type_check=False))
n=small(); n['b']=nir.Affine(w(2,5),w(2)); write('bad_shape',nir.NIRGraph(n,E,type_check=False))
n=small(); n['a'].weight[1,2]=np.nan; write('bad_nan',nir.NIRGraph(n,E,type_check=False))
write('bad_newer',nir.NIRGraph(small(),E,type_check=False),'2.0.0')
write('bad_reset',nir.NIRGraph(small(nir.IF(r=np.ones(3),v_threshold=np.ones(3),v_reset=np.full(3,-.5))),E,type_check=False))
n=small(); n['b2']=nir.Output(np.array([3])); write('bad_two_outputs',nir.NIRGraph(n,E+[('n','b2')],type_check=False))
write('bad_delay',nir.NIRGraph({**small(),'d':nir.Delay(np.ones(3))},[('input','a'),('a','d'),('d','n'),('n','b'),('b','output')],type_check=False))
write('bad_unread',nir.NIRGraph(small(),E[1:],type_check=False))
write('bad_field',nir.NIRGraph(small(),E,type_check=False))
with h5py.File(OUT+'bad_field.nir','a') as f: del f['node/nodes/a/weight']
write('bad_type',nir.NIRGraph(small(),E,type_check=False))
with h5py.File(OUT+'bad_type.nir','a') as f:
    del f['node/nodes/n/type']; f['node/nodes/n'].create_dataset('type',data='Izhikevich',dtype=h5py.string_dtype())
write('bad_threshold',nir.NIRGraph(small(IF((3,),-1.0)),E,type_check=False))
