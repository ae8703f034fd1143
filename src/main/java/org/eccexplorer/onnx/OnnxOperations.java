package org.eccexplorer.onnx;

import static org.eccexplorer.onnx.OnnxReader.either;
import static org.eccexplorer.onnx.OnnxReader.one;
import static org.eccexplorer.onnx.OnnxReader.shape;
import static org.eccexplorer.onnx.OnnxReader.wholeOr;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every operation that is read. What is not in this list is refused by name. */
final class OnnxOperations {
    private static final Map<String, OnnxReader> READERS = new TreeMap<>();

    static {
        add("Conv", one(OnnxLayers::convolution));
        add("Gemm", one(OnnxLayers::gemm));
        add("MatMul", one(OnnxLayers::product));
        add("BatchNormalization", one(OnnxLayers::normalization));
        add("Relu", one(OnnxLayers::relu));
        add("Clip", one(OnnxLayers::clip));
        add("Max", one(OnnxLayers::maximum));
        add("Softmax", one(OnnxLayers::softmax));
        add("LogSoftmax", one(OnnxLayers::logarithmicSoftmax));
        OnnxActivations.NAMES.forEach(name -> add(name, one(OnnxActivations::read)));
        add("Dropout", one(OnnxLayers::dropout));

        add("AveragePool", one(OnnxWindows::average));
        add("MaxPool", one(OnnxWindows::maximum));
        add("GlobalAveragePool", one(OnnxWindows::globalAverage));
        add("GlobalMaxPool", one(OnnxWindows::globalMaximum));
        add("ReduceMean", one(OnnxWindows::mean));
        add("ReduceMax", one(OnnxWindows::reducedMaximum));
        add("Pad", one(OnnxWindows::padding));
        add("Resize", one(OnnxResizing::resized));
        add("Upsample", one(OnnxResizing::upsampled));

        add("Transpose", either(OnnxConstants::transposed, OnnxMoves::transposed));
        add("Split", OnnxMoves::split);
        add("DepthToSpace", one(OnnxMoves::depthToSpace));
        add("SpaceToDepth", one(OnnxMoves::spaceToDepth));
        add("Flatten", one(OnnxMoves::flattened));
        add("Reshape", either(OnnxConstants::reshaped, OnnxMoves::reshaped));

        add("Constant", shape(OnnxShapes::constant));
        add("Shape", shape(OnnxShapes::shape));
        add("ConstantOfShape", shape(OnnxConstants::filled));
        add("Cast", either(OnnxConstants::cast, OnnxLayers::cast));
        add("Identity", either(OnnxShapes::identity, OnnxLayers::identity));
        add("Gather", either(OnnxShapes::gather, OnnxMoves::gathered));
        add("Slice", either(OnnxConstants::sliced, OnnxMoves::sliced));
        add("Squeeze", either(OnnxConstants::squeezed, OnnxMoves::squeezed));
        add("Unsqueeze", either(OnnxConstants::unsqueezed, OnnxMoves::unsqueezed));
        add("Concat", wholeOr(OnnxShapes::concat, OnnxMoves::concatenated));
        add("DequantizeLinear", either(OnnxQuantisation::dequantised, OnnxQuantisation::unrounded));
        add("QuantizeLinear", either(OnnxQuantisation::quantised, OnnxQuantisation::rounded));
        add("Sum", one(OnnxArithmetic::total));
        add("Add", wholeOr(OnnxShapes::add, OnnxArithmetic::sum));
        add("Sub", wholeOr(OnnxShapes::subtract, OnnxArithmetic::difference));
        add("Mul", wholeOr(OnnxShapes::multiply, OnnxArithmetic::product));
        add("Div", wholeOr(OnnxShapes::divide, OnnxArithmetic::quotient));
    }

    private OnnxOperations() {}

    private static void add(String name, OnnxReader reader) {
        READERS.put(name, reader);
    }

    /** How an operation of this name is read; null if it is not. */
    static @Nullable OnnxReader reader(String operation) {
        return READERS.get(operation);
    }

    /** The names of all operations that are read. */
    static Set<String> names() {
        return Set.copyOf(READERS.keySet());
    }
}
