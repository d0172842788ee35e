/* SPDX-License-Identifier: GPL-2.0 */
/*
 * Memory of devices.
 */
#ifndef _SAFE_FACTS_IO_H
#define _SAFE_FACTS_IO_H

#include <linux/io.h>
#include <linux/of_address.h>
#include <linux/pci.h>
#include <asm-generic/pci_iomap.h>
#include <linux/dma-mapping.h>
#include <safe/annotations.h>

#define __iomap_object __returns_owned __returns_null __released_by("iounmap")

void __iomem *of_iomap(struct device_node * __borrowed device, int index) __iomap_object;
void iounmap(volatile void __iomem * __takes addr);
void __iomem *of_io_request_and_map(struct device_node * __borrowed device, int index,
		const char * __borrowed name) __returns_owned __returns_err
		__released_by("iounmap");
void __iomem *pci_iomap(struct pci_dev * __borrowed dev, int bar, unsigned long max)
		__returns_owned __returns_null __released_by("pci_iounmap", "iounmap");
void pci_iounmap(struct pci_dev * __borrowed dev, void __iomem * __takes addr);
void __iomem *pci_ioremap_bar(struct pci_dev * __borrowed pdev, int bar) __returns_owned
		__returns_null __released_by("iounmap", "pci_iounmap");
void *memremap(resource_size_t offset, size_t size, unsigned long flags) __returns_owned
		__returns_null __released_by("memunmap");
void memunmap(void * __takes addr);
void *dma_alloc_coherent(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t gfp) __returns_owned
		__returns_null __released_by("dma_free_coherent", "dma_free_attrs");
void dma_free_coherent(struct device * __borrowed dev, size_t size,
		void * __takes cpu_addr, dma_addr_t dma_handle);
void *dma_alloc_attrs(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t flag, unsigned long attrs)
		__returns_owned __returns_null
		__released_by("dma_free_attrs", "dma_free_coherent");
void dma_free_attrs(struct device * __borrowed dev, size_t size, void * __takes cpu_addr,
		dma_addr_t dma_handle, unsigned long attrs);
void *dmam_alloc_coherent(struct device * __borrowed dev, size_t size,
		dma_addr_t * __borrowed dma_handle, gfp_t gfp) __returns_borrowed
		__returns_null __released_by("dmam_free_coherent");
void dmam_free_coherent(struct device * __borrowed dev, size_t size,
		void * __takes vaddr, dma_addr_t dma_handle);
dma_addr_t dma_map_single_attrs(struct device * __borrowed dev, void * __borrowed ptr,
		size_t size, enum dma_data_direction dir, unsigned long attrs);
void dma_unmap_single_attrs(struct device * __borrowed dev, dma_addr_t addr, size_t size,
		enum dma_data_direction dir, unsigned long attrs);
unsigned int dma_map_sg_attrs(struct device * __borrowed dev,
		struct scatterlist * __borrowed sg, int nents,
		enum dma_data_direction dir, unsigned long attrs);

#endif /* _SAFE_FACTS_IO_H */
